package io.jenkins.plugins.drs.lab.torture;

/**
 * A promise that was not kept.
 *
 * @param promise its number in {@code docs/guarantees.md}; 0 when the run did not come to an end
 * @param how what was seen
 */
record Broken(int promise, String how) {
    @Override
    public String toString() {
        return (promise == 0 ? "It comes to an end" : "Promise " + promise) + ": " + how;
    }
}
