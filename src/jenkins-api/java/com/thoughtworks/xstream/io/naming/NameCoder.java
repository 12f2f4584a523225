// Compile-time signatures of xstream, without behaviour; see docs/building.md.
package com.thoughtworks.xstream.io.naming;

public interface NameCoder {}
