// Compile-time signatures of xstream, without behaviour; see docs/building.md.
package com.thoughtworks.xstream;

import com.thoughtworks.xstream.io.HierarchicalStreamWriter;

public class XStream {
    public XStream() {}

    public String toXML(Object obj) {
        throw new UnsupportedOperationException();
    }

    public void marshal(Object obj, HierarchicalStreamWriter writer) {
        throw new UnsupportedOperationException();
    }

    public Object fromXML(String xml) {
        throw new UnsupportedOperationException();
    }
}
