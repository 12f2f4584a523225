// Compile-time signatures of task-reactor, without behaviour; see docs/building.md.
package org.jvnet.hudson.reactor;

public class ReactorException extends Exception {
    private ReactorException() {}
}
