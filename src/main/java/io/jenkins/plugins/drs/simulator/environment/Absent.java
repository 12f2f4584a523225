package io.jenkins.plugins.drs.simulator.environment;

/** What an absent field means. */
final class Absent {

    private Absent() {}

    /** The value, or another where it is absent. */
    static <T> T or(T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
