package io.jenkins.plugins.drs.cli;

import io.jenkins.plugins.drs.cli.run.ExitCode;
import io.jenkins.plugins.drs.cli.run.HistoryFolders;
import io.jenkins.plugins.drs.engine.audit.AuditChecker;
import io.jenkins.plugins.drs.engine.document.PlanDocument;
import io.jenkins.plugins.drs.engine.document.Sha256;
import io.jenkins.plugins.drs.engine.history.Comparison;
import io.jenkins.plugins.drs.engine.history.DrillSummary;
import io.jenkins.plugins.drs.engine.history.ReadinessMetrics;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.report.ArtifactFolder;
import io.jenkins.plugins.drs.engine.report.CsvFiles;
import io.jenkins.plugins.drs.engine.report.html.HistoryReport;
import io.jenkins.plugins.drs.engine.report.html.HtmlReport;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code drs report}: computes reports from journals. */
@Command(
        name = "report",
        description = {
            "Writes the report of an execution again from its journal, or one of many executions (--history).",
            "Folders are searched for executions, so you can name a folder with many executions."
        },
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "DIR", description = "Folders of executions.")
    private List<Path> folders;

    @Option(names = "--history", description = "One page and one CSV file of all executions.")
    private boolean history;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Exported configuration: plans that have not changed since count as backed up.")
    private List<Path> exports = List.of();

    @Option(names = "--out", paramLabel = "DIR", description = "Where the history goes. Default: drs-out/history.")
    private Path out = Path.of("drs-out", "history");

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter console = Terminal.out(spec);
        HistoryFolders found = HistoryFolders.of(folders);
        found.problems().forEach(problem -> Terminal.err(spec).println("Left out: " + problem));
        if (found.drills().isEmpty() && !found.problems().isEmpty()) {
            throw new CommandFailure(ExitCode.INVALID, "There is no execution in " + folders + " that can be read.");
        }
        if (found.drills().isEmpty()) {
            throw new CommandFailure(
                    ExitCode.INVALID, "There is no execution in " + folders + ": no audit.jsonl and no results.json.");
        }
        if (history) {
            console.println("History   " + history(found));
            return ExitCode.GOOD;
        }
        int exitCode = ExitCode.GOOD;
        for (HistoryFolders.Found drill : found.drills()) {
            Optional<String> cut = cut(drill);
            if (cut.isPresent()) {
                Terminal.err(spec).println(cut.get());
                exitCode = ExitCode.NOT_SUCCEEDED;
            } else {
                console.println(one(drill, found));
            }
        }
        return exitCode;
    }

    /** Results that prove that the journal was cut must not be replaced by what is computed from the rest of it. */
    private static Optional<String> cut(HistoryFolders.Found drill) throws IOException {
        if (drill.result().isEmpty()) {
            return Optional.empty();
        }
        return AuditChecker.provenCut(drill.folder(), drill.summary().run().executionId())
                .map(proof -> "Refused   " + drill.folder() + ": " + proof
                        + " Nothing was written, because results.json is the proof. Restore audit.jsonl, then"
                        + " write the report again. To list all changes: drs audit verify "
                        + drill.folder());
    }

    private Path history(HistoryFolders found) throws IOException {
        List<DrillSummary> drills = found.summaries();
        List<DrConfiguration> exported = exports.stream()
                .map(file -> new PlanFile(Terminal.err(spec)).read(file))
                .toList();
        ReadinessMetrics metrics = ReadinessMetrics.of(found.plans(plan -> isIn(exported, plan)), drills);
        Files.createDirectories(out);
        Files.writeString(out.resolve("history.csv"), CsvFiles.history(drills));
        Files.writeString(out.resolve("report.css"), HtmlReport.styleSheet());
        return Files.writeString(out.resolve("index.html"), HistoryReport.page(drills, metrics, Instant.now()));
    }

    /** Whether an export holds a plan as it was drilled: by the hash of all that it uses. */
    private static boolean isIn(List<DrConfiguration> exported, DrillSummary.Run drilled) {
        return exported.stream()
                .filter(configuration -> configuration.plan(drilled.planName()).isPresent())
                .anyMatch(configuration -> Sha256.of(PlanDocument.canonicalJson(configuration, drilled.planName()))
                        .equals(drilled.configurationHash()));
    }

    private static String one(HistoryFolders.Found drill, HistoryFolders all) throws IOException {
        Optional<DrillResult> result = drill.result();
        if (result.isEmpty()) {
            return "Left out  " + drill.folder() + ": there is no journal that a report can be computed from";
        }
        Optional<Comparison> comparison = Comparison.previousOf(drill.summary(), all.summaries())
                .map(previous -> Comparison.of(previous, drill.summary()));
        new ArtifactFolder(drill.folder()).all(result.get(), comparison);
        return "Report    " + drill.folder().resolve("report").resolve("index.html");
    }
}
