package io.jenkins.plugins.drs.plugin.configuration.schedule;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Which job serves which plan. Kept in a file of the controller, out of reach of whoever may configure a job: what a job
 * says of itself is no proof. Safe for use by several threads; reading takes no lock.
 */
final class PlanJobRegistry {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private volatile Content content;

    /**
     * A job of a plan.
     *
     * @param job full name
     * @param mark how it was made
     */
    record Entry(String job, PlanJobMark mark) {
        Entry with(PlanJobMark next) {
            return new Entry(job, next);
        }

        Entry at(String fullName) {
            return new Entry(fullName, mark);
        }
    }

    /** @param waiting jobs of earlier versions that an administrator has to accept or to turn down */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Content(int version, List<Entry> jobs, List<Entry> waiting) {
        Content {
            jobs = jobs == null ? List.of() : List.copyOf(jobs);
            waiting = waiting == null ? List.of() : List.copyOf(waiting);
        }
    }

    PlanJobRegistry(Path file) {
        this.file = file;
    }

    /** Whether no version with a registry ever ran here. */
    boolean isNew() {
        return content == null && Files.notExists(file);
    }

    /** Begins the registry of a new or upgraded controller, once; what comes later never waits to be accepted. */
    synchronized void begin(List<Entry> waiting) throws IOException {
        if (isNew()) {
            write(new Content(1, List.of(), waiting));
        }
    }

    /** @throws IOException when the file is there and cannot be read */
    private Content content() throws IOException {
        Content known = content;
        if (known == null) {
            known = Files.exists(file) ? read() : new Content(1, List.of(), List.of());
            content = Files.exists(file) ? known : null;
        }
        return known;
    }

    private Content read() throws IOException {
        try {
            return JSON.readValue(file.toFile(), Content.class);
        } catch (IOException e) {
            throw new IOException(Messages.registry_unreadable(file, e.getMessage()), e);
        }
    }

    private void write(Content next) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        Path beside = file.resolveSibling(file.getFileName() + ".tmp");
        JSON.writerWithDefaultPrettyPrinter().writeValue(beside.toFile(), next);
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        content = next;
    }

    /** Jobs by {@link PlanJobMark#key}. */
    Map<String, Entry> jobs() throws IOException {
        return byKey(content().jobs());
    }

    /** Jobs of earlier versions that nobody has accepted yet, by {@link PlanJobMark#key}. */
    Map<String, Entry> waiting() throws IOException {
        return byKey(content().waiting());
    }

    private static Map<String, Entry> byKey(List<Entry> entries) {
        Map<String, Entry> map = new LinkedHashMap<>();
        entries.forEach(entry -> map.putIfAbsent(entry.mark().key(), entry));
        return map;
    }

    /** The entry of a job; empty for one that serves no plan. */
    Optional<Entry> ofJob(String fullName) throws IOException {
        return content().jobs().stream()
                .filter(entry -> entry.job().equals(fullName))
                .findFirst();
    }

    /** Takes in a job, in place of the one that served its plan before. */
    synchronized void put(Entry entry) throws IOException {
        Content now = content();
        List<Entry> jobs = new ArrayList<>(now.jobs());
        jobs.removeIf(known ->
                known.mark().key().equals(entry.mark().key()) || known.job().equals(entry.job()));
        jobs.add(entry);
        List<Entry> waiting = new ArrayList<>(now.waiting());
        waiting.removeIf(known -> known.job().equals(entry.job()));
        write(new Content(1, jobs, waiting));
    }

    /** Turns down a job of an earlier version, or forgets one that is gone. */
    synchronized void turnDown(String key) throws IOException {
        Content now = content();
        List<Entry> waiting = new ArrayList<>(now.waiting());
        if (waiting.removeIf(entry -> entry.mark().key().equals(key))) {
            write(new Content(1, now.jobs(), waiting));
        }
    }

    /** Has the jobs of a plan follow its new name. */
    synchronized void renamed(String former, String name) throws IOException {
        change(entry -> entry.mark().plan().equalsIgnoreCase(former)
                ? entry.with(entry.mark().of(name))
                : entry);
    }

    /** Follows a job, or all jobs of a folder, to another name. */
    synchronized void moved(String from, String to) throws IOException {
        change(entry -> entry.job().equals(from)
                ? entry.at(to)
                : entry.job().startsWith(from + "/") ? entry.at(to + entry.job().substring(from.length())) : entry);
    }

    /** Forgets a job that was deleted, or in whose place another one was made, with all below it. */
    synchronized void gone(String fullName) throws IOException {
        change(entry -> entry.job().equals(fullName) || entry.job().startsWith(fullName + "/") ? null : entry);
    }

    private void change(UnaryOperator<Entry> change) throws IOException {
        Content now = content();
        Content next = new Content(1, changed(now.jobs(), change), changed(now.waiting(), change));
        if (!next.equals(now)) {
            write(next);
        }
    }

    private static List<Entry> changed(List<Entry> entries, UnaryOperator<Entry> change) {
        return entries.stream().map(change).filter(entry -> entry != null).toList();
    }
}
