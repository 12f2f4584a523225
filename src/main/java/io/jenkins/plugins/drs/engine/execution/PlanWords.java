package io.jenkins.plugins.drs.engine.execution;

import io.jenkins.plugins.drs.engine.event.EventTexts;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the plan says itself: names, tags, accounts, Regions, and the words of which they consist. */
public final class PlanWords {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^A-Za-z0-9]+");

    private final ExecutionState state;
    private Set<String> words;

    public PlanWords(ExecutionState state) {
        this.state = state;
    }

    /** Whether a text is one of these, in whatever case. */
    public synchronized boolean holds(String text) {
        if (words == null) {
            words = new HashSet<>();
            EventTexts.each(state.started().configuration(), this::add);
        }
        return words.contains(text.toLowerCase(Locale.ROOT));
    }

    private void add(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        words.add(lower);
        words.addAll(List.of(BETWEEN_WORDS.split(lower)));
    }
}
