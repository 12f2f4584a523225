package io.jenkins.plugins.drs.engine.document.transfer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jenkins.plugins.drs.engine.document.store.Disk;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is remembered of exports: of each plan the last of each way, in one file. Losing it makes plans count as not
 * backed up until the next export, and harms nothing else.
 */
public final class ExportRecords {
    private static final TypeReference<TreeMap<String, LinkedHashMap<Way, Export>>> CONTENT = new TypeReference<>() {};
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final Path file;
    private Map<String, LinkedHashMap<Way, Export>> known;

    public ExportRecords(Path file) {
        this.file = file;
    }

    /** How a plan got out of the store, or lies outside of it. */
    public enum Way {
        /** Somebody took a document from a page. */
        PAGE,
        /** A build wrote and archived a document. */
        STEP,
        /** A repository has it; remembered since when. */
        REPOSITORY;

        /** A new document counts from now; a repository that has the same as before has had it all the time. */
        private Export laterOf(Export former, Export now) {
            return this == REPOSITORY && former.fingerprint().equals(now.fingerprint()) ? former : now;
        }
    }

    /**
     * An export of a plan.
     *
     * @param fingerprint of the plan as it was exported
     * @param by a user, or a build
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Export(String fingerprint, Instant when, String by) {
        public Export {
            Objects.requireNonNull(fingerprint);
            Objects.requireNonNull(when);
            Objects.requireNonNull(by);
        }
    }

    /**
     * Remembers that a document holds the plans of a configuration. Of a repository that has the same plans as before it
     * writes nothing.
     *
     * @param exported with the groups and accounts that its plans use
     * @param by a user, or a build
     * @param there names of all plans there are: what is remembered of others is forgotten
     * @throws IOException when it cannot be written; what was remembered before stays
     */
    public synchronized void add(DrConfiguration exported, Way way, Instant when, String by, Collection<String> there)
            throws IOException {
        PlanFingerprints prints = PlanFingerprints.of(exported);
        Map<String, LinkedHashMap<Way, Export>> next = new TreeMap<>();
        Set<String> kept = there.stream().map(PlanFingerprints::key).collect(Collectors.toSet());
        all().forEach((plan, exports) -> {
            if (kept.contains(plan)) {
                next.put(plan, new LinkedHashMap<>(exports));
            }
        });
        for (String plan : namesOf(exported)) {
            next.computeIfAbsent(PlanFingerprints.key(plan), first -> new LinkedHashMap<>())
                    .merge(way, new Export(prints.of(plan), when, by), way::laterOf);
        }
        if (!next.equals(all())) {
            write(next);
            known = next;
        }
    }

    private void write(Map<String, LinkedHashMap<Way, Export>> next) throws IOException {
        Optional<Path> folder = Optional.ofNullable(file.toAbsolutePath().getParent());
        if (folder.isPresent()) {
            Files.createDirectories(folder.get());
        }
        Path beside = Path.of(file.toAbsolutePath() + ".new");
        Disk.REAL.write(beside, JSON.writeValueAsBytes(next));
        Disk.REAL.move(beside, file);
    }

    /** A file that is damaged counts as none: the next export writes it anew. */
    private Map<String, LinkedHashMap<Way, Export>> all() {
        if (known == null) {
            try {
                known = Files.exists(file) ? JSON.readValue(Files.readAllBytes(file), CONTENT) : Map.of();
                known = known == null ? Map.of() : known; // the JSON text null
            } catch (IOException damaged) {
                known = Map.of();
            }
        }
        return known;
    }

    /** What is remembered now, for many questions. */
    public synchronized Found now() {
        return new Found(new HashMap<>(all()));
    }

    /** Which plans were exported, and as what. */
    public static final class Found {
        private final Map<String, LinkedHashMap<Way, Export>> exports;

        private Found(Map<String, LinkedHashMap<Way, Export>> exports) {
            this.exports = exports;
        }

        private Collection<Export> of(String planName) {
            LinkedHashMap<Way, Export> of = exports.get(PlanFingerprints.key(planName));
            return of == null ? List.of() : of.values();
        }

        /** Whether the last export of some way holds the plan as it is. */
        public boolean holds(String planName, PlanFingerprints stored) {
            return of(planName).stream().anyMatch(export -> export.fingerprint().equals(stored.of(planName)));
        }

        /** The last export that holds the plan as it is, else the last one; empty when there is none. */
        public Optional<Export> last(String planName, PlanFingerprints stored) {
            Optional<Export> same = latest(of(planName).stream()
                    .filter(export -> export.fingerprint().equals(stored.of(planName)))
                    .toList());
            return same.isPresent() ? same : latest(of(planName));
        }

        private static Optional<Export> latest(Collection<Export> exports) {
            return exports.stream().max(Comparator.comparing(Export::when));
        }
    }

    /** The names of all plans of a configuration. */
    public static List<String> namesOf(DrConfiguration configuration) {
        return configuration.recoveryPlans().stream()
                .map(RecoveryPlan::planName)
                .toList();
    }
}
