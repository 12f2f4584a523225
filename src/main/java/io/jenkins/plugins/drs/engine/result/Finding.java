package io.jenkins.plugins.drs.engine.result;

import java.util.List;

/**
 * Something that went wrong, what it means and what to do about it.
 *
 * @param message what happened, as a sentence
 * @param remedy what to do about it
 * @param subjects what it happened to; several when the same happened to each of them
 */
public record Finding(Area area, String message, String remedy, List<String> subjects) {
    public Finding {
        subjects = List.copyOf(subjects);
    }

    /** What part of an execution a finding belongs to, most important first. */
    public enum Area {
        CLEANUP,
        PREFLIGHT,
        SERVER,
        ACTION,
        WAVE,
        AWS_CALL,
        OBJECTIVE,
        EXECUTION
    }
}
