package io.jenkins.plugins.drs.lab.torture;

import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.report.ArtifactFolder;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.DrillResults;
import io.jenkins.plugins.drs.engine.result.EventText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Everything that a run writes: the journal, the lines of its log and the artifacts. */
final class Writings {
    /** One in so many runs has artifacts; making them takes as long as a quarter of a run. */
    private static final int ARTIFACTS = 4;

    /** What people were told when the journal took no more. */
    static final String TOLD = "told";

    private final Scenario scenario;
    private final JournalOnDisk journal;
    private final List<RecordedEvent> events;
    private final List<String> told;

    /** @param told what people were told when the journal took no more; empty when it always did */
    Writings(Scenario scenario, JournalOnDisk journal, List<RecordedEvent> events, List<String> told) {
        this.scenario = scenario;
        this.journal = journal;
        this.events = events;
        this.told = told;
    }

    List<Outcome.Text> all() throws IOException {
        return List.of(
                new Outcome.Text("journal", journal.text()),
                new Outcome.Text("log", String.join("\n", log(events))),
                new Outcome.Text("artifacts", scenario.seed() % ARTIFACTS == 0 ? artifacts() : ""),
                new Outcome.Text(TOLD, String.join("\n", told)));
    }

    /** The lines that a host shows. */
    static List<String> log(List<RecordedEvent> events) {
        EventText text = new EventText();
        return events.stream()
                .map(event -> text.line(event).map(line -> event.at() + "  " + line))
                .flatMap(Optional::stream)
                .collect(Collectors.toList());
    }

    /** None where the disk was full before the first event: then there is no execution to write about. */
    private String artifacts() throws IOException {
        if (events.isEmpty()) {
            return "";
        }
        DrillResult result = DrillResults.of(events);
        Path folder = journal.folder().resolve("artifacts");
        new ArtifactFolder(folder).all(result);
        return JournalOnDisk.everythingIn(folder);
    }
}
