// Compile-time signatures of xstream, without behaviour; see docs/building.md.
package com.thoughtworks.xstream;

public class XStream {
    public XStream() {}

    public String toXML(Object obj) {
        throw new UnsupportedOperationException();
    }
}
