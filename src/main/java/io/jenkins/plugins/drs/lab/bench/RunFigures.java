package io.jenkins.plugins.drs.lab.bench;

import java.time.Duration;

/**
 * What a worker measured of one drill.
 *
 * @param makespanMillis simulated time from the start of the drill to its end
 * @param cpuMillis CPU time of the worker's process, its garbage collection and compiler included
 * @param wallMillis real time
 * @param peakHeapBytes most heap in use at any time, garbage included
 * @param liveHeapBytes heap in use after a full collection at the end of the drill
 * @param journalBytes length of the journal; 0 where there is none
 * @param events lines of the journal; 0 where there is none
 * @param resumeMillis real time from opening the cut journal to being ready to go on; 0 where there is none
 * @param artifactMillis CPU time for results, JUnit file and report at the end; 0 where there are none
 * @param outcome how the drill ended
 */
record RunFigures(
        long makespanMillis,
        long cpuMillis,
        long wallMillis,
        long peakHeapBytes,
        long liveHeapBytes,
        long journalBytes,
        long events,
        long resumeMillis,
        long artifactMillis,
        String outcome) {
    Duration makespan() {
        return Duration.ofMillis(makespanMillis);
    }
}
