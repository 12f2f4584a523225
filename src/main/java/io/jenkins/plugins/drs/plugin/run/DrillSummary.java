package io.jenkins.plugins.drs.plugin.run;

import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.Headline;
import io.jenkins.plugins.drs.engine.result.Objective;
import io.jenkins.plugins.drs.engine.result.Verdict;
import java.time.Duration;

/**
 * The end of an execution in a few values, kept beside its journal so that lists of many drills read no journal.
 *
 * @param servers what was recovered or checked, in one sentence
 * @param lasted in the time of the execution
 * @param leftBehind how many things stay in AWS
 * @param notAws whether something else than AWS and the simulator answered; false of earlier versions
 */
public record DrillSummary(
        Verdict.Status status,
        String servers,
        Duration lasted,
        Objective rto,
        Objective rpo,
        int leftBehind,
        boolean notAws) {
    static DrillSummary of(DrillResult result) {
        Verdict verdict = result.verdict();
        return new DrillSummary(
                verdict.status(),
                Headline.servers(result),
                verdict.timing().length().orElse(Duration.ZERO),
                verdict.rto(),
                verdict.rpo(),
                result.cleanup().leftBehind().size(),
                result.run().starter().notAws());
    }
}
