// Compile-time signatures of xstream, without behaviour; see docs/building.md.
package com.thoughtworks.xstream.io;

public interface HierarchicalStreamWriter {}
