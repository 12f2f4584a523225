package io.jenkins.plugins.drs.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerFailed;
import io.jenkins.plugins.drs.engine.report.html.HtmlReport;
import io.jenkins.plugins.drs.engine.result.DrillStory;
import io.jenkins.plugins.drs.engine.result.PlanBuilder;
import io.jenkins.plugins.drs.engine.result.WaveStory;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.FailureStage;
import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The worst that a large drill can put into its report. */
class ReportSizeTest {
    private static final int WAVES = 10;
    private static final int SERVERS = 100;
    private static final String DOMAIN = ".a-division-with-a-long-name.eu-central-1.compute.internal.example.com";

    @Test
    void shouldStayBelowTwoMegabytesWhenAThousandServersFailEachWithALongMessageOfItsOwn() {
        String page = HtmlReport.page(allFail().result());

        assertThat(page).contains(message(host(1, 1)), message(host(WAVES - 1, SERVERS - 1)));
        assertThat(page).contains("And 900 more reasons");
        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(2_000_000);
    }

    private static DrillStory allFail() {
        PlanBuilder plan = PlanBuilder.plan("Whole-Estate");
        for (int wave = 0; wave < WAVES; wave++) {
            plan.wave(name(wave), List.of("Prepare"), List.of("Verify"), hosts(wave));
        }
        DrillStory story = new DrillStory(plan).starts(Mode.DRILL, true).preflightPasses();
        for (int wave = 0; wave < WAVES; wave++) {
            story.waveIs(name(wave), WaveStatus.PRE_ACTIONS);
            WaveStory told = story.wave(name(wave)).actionsSucceedBefore();
            story.waveIs(name(wave), WaveStatus.LAUNCHING);
            told.launches().jobRuns();
            for (String host : hosts(wave)) {
                story.then(new ServerFailed(story.id(host), FailureStage.LAUNCH, message(host)));
            }
            story.waveIs(name(wave), WaveStatus.FAILED, "No server launched.");
        }
        return story.cleansUp().finishes(ExecutionStatus.FAILED, "No server launched.");
    }

    private static String message(String host) {
        return "Job drsjob-0123456789abcdef0 did not launch it. LAUNCH_FAILED: UnauthorizedOperation: You are not authorized to"
                + " perform this operation on " + host + ". User: arn:aws:sts::111122223333:assumed-role/"
                + "AWSElasticDisasterRecoveryConversionServerRole/i-0123456789abcdef0 is not authorized to perform:"
                + " ec2:RunInstances with an explicit deny in a service control policy.";
    }

    private static String name(int wave) {
        return "Wave-" + (wave + 1);
    }

    private static String[] hosts(int wave) {
        return IntStream.range(0, SERVERS).mapToObj(index -> host(wave, index)).toArray(String[]::new);
    }

    private static String host(int wave, int index) {
        return "host-" + wave + "-" + index + DOMAIN;
    }
}
