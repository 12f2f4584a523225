package io.jenkins.plugins.drs.engine.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.Stories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactFolderTest {
    @TempDir
    private Path root;

    @Test
    void shouldWriteEverythingAndSayWhere() throws IOException {
        DrillResult result = Stories.allGoesWell().result();

        assertThat(new ArtifactFolder(root).all(result))
                .extracting(path -> path.toString().replace('\\', '/'))
                .containsExactly(
                        "waves/01-database.json",
                        "waves/02-application.json",
                        "waves/03-web.json",
                        "results.json",
                        "junit.xml",
                        "servers.csv",
                        "calls.csv",
                        "configuration.json",
                        "report/report.css",
                        "report/report.js",
                        "report/index.html")
                .allSatisfy(path -> assertThat(root.resolve(path)).isNotEmptyFile());
    }

    @Test
    void shouldWriteOneWaveWhenItEnds() throws IOException {
        Path written = new ArtifactFolder(root).wave(Stories.underWay().result(), "Database");

        assertThat(Files.readString(root.resolve(written))).contains("\"waveName\" : \"Database\"", "db-01", "JOB_END");
        assertThat(files()).containsExactly(written);
    }

    @Test
    void shouldReplaceWhatIsThereAndLeaveNothingBeside() throws IOException {
        ArtifactFolder folder = new ArtifactFolder(root);
        folder.all(Stories.underWay().result());
        folder.all(Stories.allGoesWell().result());

        assertThat(Files.readString(root.resolve("results.json"))).contains("\"status\" : \"COMPLETED\"");
        assertThat(files()).hasSize(11).noneMatch(file -> file.toString().endsWith(".tmp"));
    }

    @Test
    void shouldMakeSafeFileNamesOfHostileWaveNames() throws IOException {
        new ArtifactFolder(root).all(Stories.hostile().result());
        new ArtifactFolder(root).wave(Stories.hostile().result(), "../../" + Stories.HOSTILE);

        assertThat(files().stream().filter(file -> file.startsWith("waves")))
                .hasSize(2)
                .allSatisfy(file -> assertThat(file.toString()).matches("waves.\\d\\d-[a-z0-9-]{1,60}\\.json"));
    }

    @Test
    void shouldRefuseAWaveThatThePlanDoesNotHave() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new ArtifactFolder(root).wave(Stories.underWay().result(), "Nowhere"))
                .withMessageContaining("Nowhere");
    }

    private java.util.List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile).map(root::relativize).toList();
        }
    }
}
