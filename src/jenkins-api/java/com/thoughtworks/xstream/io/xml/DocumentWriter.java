// Compile-time signatures of xstream, without behaviour; see docs/building.md.
package com.thoughtworks.xstream.io.xml;

import com.thoughtworks.xstream.io.HierarchicalStreamWriter;

public interface DocumentWriter extends HierarchicalStreamWriter {}
