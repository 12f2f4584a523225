package io.jenkins.plugins.drs.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.drs.engine.result.RunInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class CaretakerTest {
    private static final String ID = "drs-20261124T174902-7c30736a";

    /** It would run on without a request, and be forgotten with everything that it launched at the next restart. */
    @Test
    void shouldNotTakeAnExecutionThatIsJustBeginningForALeftover(JenkinsRule jenkins) throws Exception {
        DrillHost host = DrillHost.get();
        Thread caretaker = new Thread(() -> new Caretaker().doRun());
        synchronized (host) { // as while an execution begins
            host.folders().open(request());
            caretaker.start();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> caretaker.getState() == Thread.State.BLOCKED || !caretaker.isAlive());

            assertThat(host.folders().isOpen(ID)).isTrue();
        }

        caretaker.join();
        assertThat(host.folders().find(ID)).as("a leftover of a crash").isEmpty();
    }

    private static StoredRequest request() {
        return new StoredRequest(
                1,
                ID,
                Instant.EPOCH,
                new BuildRef("drill", 1),
                "node-3",
                "drs/shop",
                new StoredRequest.Plan("Shop", RunInfo.Mode.DRILL, Set.of("shop")),
                new StoredRequest.Access(
                        new AccessChoice(AccessChoice.Source.SIMULATOR, Optional.empty()), Optional.empty(), true),
                Optional.empty(),
                true);
    }
}
