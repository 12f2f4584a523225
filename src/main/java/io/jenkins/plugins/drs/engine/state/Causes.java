package io.jenkins.plugins.drs.engine.state;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Which event made a call to AWS necessary: the newest that said something new of what the call is about, such as a job, a
 * server or an action.
 */
public final class Causes {
    /** The subject that the execution itself is: the event counts that brought it to its phase, or resumed it. */
    public static final String EXECUTION = "execution";

    private final Map<String, Long> newest = new HashMap<>();
    private long sequence;

    /**
     * Number of the newest event about any of these.
     *
     * @param subjects ids of servers, instances, jobs, launches and terminations, a {@link #wave} or the text of an action;
     *     where no event is about them, one about the execution counts
     */
    public long of(Collection<String> subjects) {
        return subjects.stream()
                .filter(newest::containsKey)
                .mapToLong(newest::get)
                .max()
                .orElseGet(() -> newest.getOrDefault(EXECUTION, 0L));
    }

    /** The subject that a wave is. */
    public static String wave(String name) {
        return "wave " + name;
    }

    /** The number that the next event will have. */
    public long next() {
        return sequence + 1;
    }

    void at(long event) {
        sequence = event;
    }

    void about(String subject) {
        newest.put(subject, sequence);
    }
}
