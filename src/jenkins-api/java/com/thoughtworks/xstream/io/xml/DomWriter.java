// Compile-time signatures of xstream, without behaviour; see docs/building.md.
package com.thoughtworks.xstream.io.xml;

import com.thoughtworks.xstream.io.naming.NameCoder;
import org.w3c.dom.Document;

public class DomWriter extends AbstractDocumentWriter {
    public DomWriter(Document document) {
        super((Object) null, (NameCoder) null);
    }
}
