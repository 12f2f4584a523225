package io.jenkins.plugins.drs.plugin.steps;

import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.drs.engine.document.LocatedProblem;
import io.jenkins.plugins.drs.engine.document.diff.DiffText;
import io.jenkins.plugins.drs.engine.document.diff.ItemKind;
import io.jenkins.plugins.drs.engine.document.migration.Migration;
import io.jenkins.plugins.drs.engine.document.migration.MigrationOptions;
import io.jenkins.plugins.drs.engine.document.migration.MigrationResult;
import io.jenkins.plugins.drs.engine.document.migration.SourceFormat;
import io.jenkins.plugins.drs.engine.document.store.Change;
import io.jenkins.plugins.drs.engine.document.store.StaleConfigurationException;
import io.jenkins.plugins.drs.engine.document.transfer.ConfigurationImport;
import io.jenkins.plugins.drs.engine.document.transfer.ImportCounts;
import io.jenkins.plugins.drs.engine.document.transfer.ImportRequest;
import io.jenkins.plugins.drs.engine.document.transfer.ImportResult;
import io.jenkins.plugins.drs.plugin.configuration.store.PlanStore;
import io.jenkins.plugins.drs.plugin.run.BuildConsole;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Imports a document for a build and tells it what came of it. */
final class DocumentImport {
    private static final int MOST_LINES = 500;

    private final Run<?, ?> build;
    private final TaskListener log;
    private final String file;

    DocumentImport(Run<?, ?> build, TaskListener log, String file) {
        this.build = build;
        this.log = log;
        this.file = file;
    }

    /**
     * What came of it, as plain values.
     *
     * @param options what a document of another format does not say
     * @param propagate whether a refused import throws
     */
    Map<String, Object> run(byte[] content, ImportRequest request, MigrationOptions options, boolean propagate)
            throws IOException {
        MigrationResult read = Migration.read(content, file, options);
        if (read.format() != SourceFormat.CURRENT) {
            say(Messages.import_migrated(file, read.format().words()));
        }
        ImportResult result = imported(read, request);
        List<String> problems = new ArrayList<>();
        result.problems().forEach(problem -> problems.add(line(problem)));
        problems.forEach(this::say);
        List<String> diff = DiffText.lines(result.diff().withoutRoles(), MOST_LINES);
        diff.forEach(this::say);
        String sentence = sentence(result);
        say(sentence);
        if (propagate && !result.success()) {
            throw BuildConsole.abort(sentence);
        }
        return told(result, diff, problems);
    }

    private ImportResult imported(MigrationResult read, ImportRequest request) throws IOException {
        String why = "drsImport of " + file + " in " + build.getFullDisplayName();
        Change change = new Change(Authority.who(build), Instant.now(), Change.Kind.IMPORT, why);
        try {
            return ConfigurationImport.run(PlanStore.get(), read.document(), request, change);
        } catch (StaleConfigurationException e) {
            throw BuildConsole.abort(e.getMessage());
        }
    }

    private String sentence(ImportResult result) {
        long errors = result.problems().stream().filter(LocatedProblem::isError).count();
        String counts = DiffText.summary(result.diff().counts());
        return switch (result.outcome()) {
            case IMPORTED -> Messages.import_imported(file, counts, Long.toString(result.revision()));
            case UNCHANGED -> Messages.import_unchanged(file);
            case POSSIBLE -> Messages.import_possible(file, counts);
            case ERRORS -> Messages.import_errors(file, errors);
            case WARNINGS -> Messages.import_warnings(file);
        };
    }

    /** A problem of a document as the console shows it. */
    static String line(LocatedProblem problem) {
        return problem.isError() ? Messages.problem_error(problem) : problem.toString();
    }

    private void say(String line) {
        BuildConsole.print(log, line);
    }

    /** What pipeline code gets. */
    static Map<String, Object> told(ImportResult result, List<String> diff, List<String> problems) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("outcome", result.outcome().name());
        told.put("success", result.success());
        told.put("changed", result.outcome() == ImportResult.Outcome.IMPORTED);
        told.put("revision", Math.toIntExact(result.revision()));
        for (ItemKind kind : ItemKind.values()) {
            ImportCounts counts = result.counts().getOrDefault(kind, ImportCounts.NONE);
            if (!kind.list().isEmpty() || !counts.errors().isEmpty()) {
                told.put(kind.list().isEmpty() ? "document" : kind.list(), counts(counts));
            }
        }
        told.put("problems", new ArrayList<>(problems));
        told.put("diff", new ArrayList<>(diff));
        return told;
    }

    private static Map<String, Object> counts(ImportCounts counts) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("created", counts.created());
        told.put("updated", counts.updated());
        told.put("skipped", counts.skipped());
        told.put("unchanged", counts.unchanged());
        told.put("errors", new ArrayList<>(counts.errors()));
        return told;
    }
}
