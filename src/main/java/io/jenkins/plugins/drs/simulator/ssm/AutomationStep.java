package io.jenkins.plugins.drs.simulator.ssm;

import java.time.Instant;

/** A step of an automation. */
final class AutomationStep {
    private final String id;
    private final String name;
    private final String action;
    private AutomationStatus status = AutomationStatus.PENDING;
    private Instant started;
    private Instant ended;

    AutomationStep(String id, String name, String action) {
        this.id = id;
        this.name = name;
        this.action = action;
    }

    void begin(AutomationStatus first, Instant time) {
        status = first;
        started = time;
    }

    void end(AutomationStatus last, Instant time) {
        status = last;
        ended = time;
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    /** Such as {@code aws:approve}. */
    String action() {
        return action;
    }

    AutomationStatus status() {
        return status;
    }

    boolean isRunning() {
        return started != null && ended == null;
    }

    /** Null until it begins. */
    Instant started() {
        return started;
    }

    /** Null until it ends. */
    Instant ended() {
        return ended;
    }
}
