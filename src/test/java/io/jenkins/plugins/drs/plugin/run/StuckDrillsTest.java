package io.jenkins.plugins.drs.plugin.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.term.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StuckDrillsTest {
    private static final String ID = "drs-20261130T192615-e3fcbb64";
    private static final IOException WRONG_ACCOUNT = new IOException("Another account.\nGive back the credentials.");

    @TempDir
    private Path root;

    private StuckDrills stuck;
    private final Recorder log = new Recorder();

    @BeforeEach
    void begin() throws IOException {
        Files.createDirectories(root.resolve(ID));
        stuck = new StuckDrills(root::resolve);
        Logger.getLogger(StuckDrills.class.getName()).addHandler(log);
    }

    @AfterEach
    void end() {
        Logger.getLogger(StuckDrills.class.getName()).removeHandler(log);
    }

    @Test
    void shouldLogAReasonOnceAndAgainWhenItChanges() {
        stuck.add(request(), WRONG_ACCOUNT);
        stuck.add(request(), WRONG_ACCOUNT);
        assertThat(log.lines).hasSize(1).first().asString().contains("drill #1", "Another account.");

        stuck.add(request(), new IOException("The disk is full."));
        assertThat(log.lines).hasSize(2);
        stuck.remove(ID);
        stuck.add(request(), new IOException("The disk is full."));
        assertThat(log.lines).hasSize(3);
    }

    @Test
    void shouldShowADismissedReasonAgainOnlyWhenItChanges() throws IOException {
        stuck.add(request(), WRONG_ACCOUNT);
        stuck.dismiss(ID);

        var restarted = new StuckDrills(root::resolve);
        restarted.add(request(), WRONG_ACCOUNT);
        assertThat(restarted.undismissed()).isEmpty();
        assertThat(restarted.has(ID)).isTrue();
        restarted.add(request(), new IOException("The disk is full."));
        assertThat(restarted.undismissed()).hasSize(1);
    }

    @Test
    void shouldKeepWhoClosedAnExecutionAndWhyItCouldNotGoOn() throws IOException {
        stuck.add(request(), WRONG_ACCOUNT);
        stuck.close(ID, "alice");

        assertThat(stuck.has(ID)).isFalse();
        assertThat(new StuckDrills(root::resolve).told(ID))
                .hasSize(3)
                .endsWith("Another account.", "Give back the credentials.")
                .first()
                .asString()
                .startsWith("Closed by alice at ");
    }

    @Test
    void shouldTellNothingOfAnExecutionThatGoesOn() {
        assertThat(stuck.told(ID)).isEmpty();
        assertThat(stuck.undismissed()).isEmpty();
    }

    private static StoredRequest request() {
        return new StoredRequest(
                1,
                ID,
                Instant.EPOCH,
                new BuildRef("drill", 1),
                "node-3",
                "drs/shop",
                new StoredRequest.Plan("Shop", Mode.DRILL, Set.of("shop")),
                new StoredRequest.Access(new AccessChoice(AccessChoice.Source.CONTROLLER), Optional.empty(), false),
                Optional.empty(),
                true,
                false);
    }

    private static final class Recorder extends Handler {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            lines.add(entry.getMessage());
        }

        @Override
        public void flush() {
            // keeps nothing back
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
