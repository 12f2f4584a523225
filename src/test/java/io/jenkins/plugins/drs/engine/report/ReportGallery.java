package io.jenkins.plugins.drs.engine.report;

import io.jenkins.plugins.drs.engine.result.DrillStory;
import io.jenkins.plugins.drs.engine.result.Stories;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Writes the artifacts of every story to {@code target/reports-to-look-at}, for people and browsers to look at. */
class ReportGallery {
    private static final Path FOLDER = Path.of("target", "reports-to-look-at");

    @Test
    void writeAll() throws IOException {
        Map<String, DrillStory> stories = Map.of(
                "good", Stories.allGoesWell(),
                "simulated", Stories.simulated(),
                "partial", Stories.partialFailure(),
                "running", Stories.underWay(),
                "preflight", Stories.stoppedByPreflight(),
                "everything", Stories.everythingHappens(),
                "hostile", Stories.hostile(),
                "large", Stories.large(1_000));
        for (Map.Entry<String, DrillStory> story : stories.entrySet()) {
            new ArtifactFolder(FOLDER.resolve(story.getKey()))
                    .all(story.getValue().result());
        }
    }
}
