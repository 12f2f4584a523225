package io.jenkins.plugins.drs.simulator.wire;

/** How a protocol calls a failure. */
record ErrorName(int status, String code) {}
