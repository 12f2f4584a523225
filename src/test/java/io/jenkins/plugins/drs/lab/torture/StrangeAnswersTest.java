package io.jenkins.plugins.drs.lab.torture;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.CallEvent.EffectFailed;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.WavesBegun;
import io.jenkins.plugins.drs.engine.term.Mode;
import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is drawn must be met: a run that ends before it shows nothing. */
class StrangeAnswersTest {
    /** In the process and over HTTP; each of the runs would come to its waves if its first launch were answered well. */
    @Test
    void shouldComeToTheCallThatIsAnsweredStrangely() throws IOException {
        try (Torture torture = new Torture()) {
            for (boolean overHttp : List.of(false, true)) {
                Scenario scenario = drawn(overHttp);

                Outcome outcome = torture.judge(scenario).outcome();

                assertThat(outcome.events(WavesBegun.class))
                        .as("seed " + scenario.seed())
                        .hasSize(1);
                assertThat(outcome.events(EffectFailed.class))
                        .as("seed " + scenario.seed())
                        .anyMatch(failed -> failed.operation().equals("drs:StartRecovery")
                                && failed.message().contains("Not AWS answered"));
            }
        }
    }

    private static Scenario drawn(boolean overHttp) {
        return LongStream.range(1, 5000)
                .mapToObj(ScenarioDraw::of)
                .filter(scenario -> scenario.traits().overHttp() == overHttp
                        && scenario.first().mode() == Mode.DRILL
                        && scenario.with(List.of()).mustComplete())
                .findFirst()
                .map(scenario -> scenario.with(List.of(page())))
                .orElseThrow();
    }

    private static Trouble page() {
        return new Trouble.StrangeAnswer("StartRecovery", 0, 1, Trouble.How.PAGE, 200, 0, true);
    }
}
