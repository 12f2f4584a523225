package io.jenkins.plugins.drs.plugin.steps;

import io.jenkins.plugins.drs.engine.event.RunOptions;
import org.kohsuke.stapler.DataBoundSetter;

/** What the steps have in common that launch servers. */
public abstract class LaunchStep extends PlanStep {
    static final String WAIT = "wait";
    static final String REFUSE = "refuse";

    private boolean anyReplicationState;
    private String onPartial = Outcome.UNSTABLE;
    private boolean propagate = true;
    private String concurrency = REFUSE;
    private int timeoutMinutes;

    public boolean isAnyReplicationState() {
        return anyReplicationState;
    }

    @DataBoundSetter
    public void setAnyReplicationState(boolean anyReplicationState) {
        this.anyReplicationState = anyReplicationState;
    }

    public String getOnPartial() {
        return onPartial;
    }

    /** @throws IllegalArgumentException when it is none of unstable, failure and ignore */
    @DataBoundSetter
    public void setOnPartial(String onPartial) {
        this.onPartial = Outcome.checked(onPartial);
    }

    public boolean isPropagate() {
        return propagate;
    }

    @DataBoundSetter
    public void setPropagate(boolean propagate) {
        this.propagate = propagate;
    }

    public String getConcurrency() {
        return concurrency;
    }

    /** @throws IllegalArgumentException when it is neither refuse nor wait */
    @DataBoundSetter
    public void setConcurrency(String concurrency) {
        if (!REFUSE.equals(concurrency) && !WAIT.equals(concurrency)) {
            throw new IllegalArgumentException("Expected concurrency refuse or wait, but got '" + concurrency + "'");
        }
        this.concurrency = concurrency;
    }

    public int getTimeoutMinutes() {
        return timeoutMinutes;
    }

    /** Zero means no limit. */
    @DataBoundSetter
    public void setTimeoutMinutes(int timeoutMinutes) {
        this.timeoutMinutes = Math.max(0, timeoutMinutes);
    }

    RunOptions options(boolean waveByWave) {
        return new RunOptions(keeps(), waveByWave, anyReplicationState, RunOptions.DEFAULT.cleanupLimit())
                .replacingLeftovers(replaces());
    }

    /** Whether what was launched stays running although it is a drill. */
    boolean keeps() {
        return false;
    }

    /** Whether drill instances are replaced that earlier drills left. */
    boolean replaces() {
        return false;
    }

    boolean isPatient() {
        return concurrency.equals(WAIT);
    }

    Outcome outcome() {
        return new Outcome(onPartial, propagate);
    }
}
