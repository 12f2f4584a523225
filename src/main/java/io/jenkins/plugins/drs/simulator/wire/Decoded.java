package io.jenkins.plugins.drs.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a request asks for: an operation's name and its input as a tree. */
public record Decoded(String operation, ObjectNode input) {}
