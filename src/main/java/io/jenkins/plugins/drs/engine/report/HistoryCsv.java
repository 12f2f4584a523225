package io.jenkins.plugins.drs.engine.report;

import io.jenkins.plugins.drs.engine.history.DrillSummary;
import java.util.Comparator;
import java.util.List;

/** A history for spreadsheets: a row for each execution, the oldest first. */
public final class HistoryCsv {
    private HistoryCsv() {}

    /** The text of {@code history.csv}. */
    public static String of(List<DrillSummary> history) {
        Csv csv = new Csv(
                "started",
                "planName",
                "executionId",
                "status",
                "simulated",
                "servers",
                "serversValidated",
                "rtoSeconds",
                "rtoObjectiveSeconds",
                "rtoMet",
                "rpoSeconds",
                "rpoObjectiveSeconds",
                "rpoMet",
                "lostSeconds",
                "traceable",
                "configurationHash",
                "answeredBy");
        history.stream()
                .sorted(Comparator.comparing(drill -> drill.run().started()))
                .forEach(drill -> row(csv, drill));
        return csv.toString();
    }

    private static void row(Csv csv, DrillSummary drill) {
        csv.row(
                drill.run().started(),
                drill.run().planName(),
                drill.run().executionId(),
                drill.run().status(),
                drill.run().simulated(),
                drill.run().end().servers(),
                drill.run().end().recovered(),
                CsvFiles.seconds(drill.rto().reached()),
                CsvFiles.seconds(drill.rto().objective()),
                drill.rto().met(),
                CsvFiles.seconds(drill.rpo().reached()),
                CsvFiles.seconds(drill.rpo().objective()),
                drill.rpo().met(),
                CsvFiles.seconds(drill.lost()),
                drill.traceable(),
                drill.run().configurationHash(),
                drill.run().answeredBy());
    }
}
