// Compile-time signatures: what this plugin uses of the type in task-reactor, without behaviour; see docs/building.md.
package org.jvnet.hudson.reactor;

public class ReactorException extends Exception {
    private ReactorException() {}
}
