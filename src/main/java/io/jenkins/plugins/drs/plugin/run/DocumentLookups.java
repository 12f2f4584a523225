package io.jenkins.plugins.drs.plugin.run;

import hudson.Extension;
import hudson.ExtensionList;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.Target;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Which automation documents accounts have, for people who fill in forms. Reads only, as the default credentials or the
 * simulator; each place is asked once in a while, and nobody waits long. Checks no permission: callers do.
 */
@Extension
public final class DocumentLookups {
    private static final Logger LOGGER = Logger.getLogger(DocumentLookups.class.getName());
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final long PATIENCE_SECONDS = 4;
    private static final int MOST_PLACES = 5;
    private static final int MOST_ANSWERS = 50;

    private final Map<Target, Answer> answers = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Target, Answer> eldest) {
            return size() > MOST_ANSWERS;
        }
    };

    private record Answer(Instant asked, CompletableFuture<List<String>> names) {
        boolean isOld(Instant now) {
            return asked.plus(KEPT).isBefore(now);
        }
    }

    public static DocumentLookups get() {
        return ExtensionList.lookupSingleton(DocumentLookups.class);
    }

    /**
     * Names of the documents in these places, sorted, as far as AWS answers in time: a page must not hang.
     *
     * @param places of many, the first few are asked
     * @param configuration with the accounts that places are in
     */
    public List<String> names(Collection<Target> places, DrConfiguration configuration) {
        List<CompletableFuture<List<String>>> asked = places.stream()
                .distinct()
                .limit(MOST_PLACES)
                .map(place -> ask(place, configuration))
                .toList();
        CompletableFuture<Void> all = CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new));
        all.completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .exceptionally(failure -> null)
                .join();
        TreeSet<String> names = new TreeSet<>();
        asked.stream()
                .filter(answer -> answer.isDone() && !answer.isCompletedExceptionally())
                .forEach(answer -> names.addAll(answer.join()));
        return List.copyOf(names);
    }

    private synchronized CompletableFuture<List<String>> ask(Target place, DrConfiguration configuration) {
        Instant now = Instant.now();
        Answer answer = answers.get(place);
        if (answer == null || answer.isOld(now)) {
            answers.remove(place);
            answer = new Answer(
                    now,
                    CompletableFuture.supplyAsync(
                            () -> find(place, configuration),
                            DrillHost.get().threads().calls()));
            answers.put(place, answer);
        }
        return answer.names();
    }

    private static List<String> find(Target place, DrConfiguration configuration) {
        try {
            return Lookup.with(configuration, aws -> aws.automation(place).ownDocuments());
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.INFO, "The automation documents of " + place + " cannot be listed", e);
            return List.of();
        }
    }
}
