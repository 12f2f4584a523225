package io.jenkins.plugins.drs.engine.execution.preflight;

import io.jenkins.plugins.drs.engine.event.EventTexts;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a plan says itself: names, tags, accounts, Regions, and the words of which they consist. */
public final class PlanWords {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^A-Za-z0-9]+");

    private final DrConfiguration configuration;
    private Set<String> words;

    public PlanWords(DrConfiguration configuration) {
        this.configuration = configuration;
    }

    /** Whether a text is one of these, in whatever case. */
    public synchronized boolean holds(String text) {
        if (words == null) {
            Set<String> all = new HashSet<>();
            EventTexts.each(configuration, told -> add(told, all));
            words = all;
        }
        return words.contains(text.toLowerCase(Locale.ROOT));
    }

    private static void add(String text, Set<String> all) {
        String lower = text.toLowerCase(Locale.ROOT);
        all.add(lower);
        all.addAll(List.of(BETWEEN_WORDS.split(lower)));
    }
}
