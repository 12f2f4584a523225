package io.jenkins.plugins.drs.engine.execution.shared;

import io.jenkins.plugins.drs.engine.execution.pace.CallPacer;

/**
 * What all executions of a host share that work in the same AWS. Keeps nothing over a restart.
 *
 * @param pacer keeps within the rates of AWS
 * @param looks passes on what one execution saw of jobs to the others
 */
public record SharedInHost(CallPacer pacer, SharedJobPoller looks) {
    public SharedInHost() {
        this(new CallPacer(), new SharedJobPoller());
    }
}
