// Compile-time signatures of xstream, without behaviour; see docs/building.md.
package com.thoughtworks.xstream.io.xml;

import com.thoughtworks.xstream.io.naming.NameCoder;

public abstract class AbstractDocumentWriter implements DocumentWriter {
    public AbstractDocumentWriter(Object container, NameCoder nameCoder) {}
}
