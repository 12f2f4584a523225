package io.jenkins.plugins.drs.view;

import io.jenkins.plugins.drs.engine.audit.Anchor;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.Headline;
import io.jenkins.plugins.drs.engine.result.Objective;
import io.jenkins.plugins.drs.engine.result.ServerResult;
import io.jenkins.plugins.drs.engine.result.Verdict;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The figures of an execution, kept with the build once it is over so that a job's trend reads no journals. Plain
 * values computed from the journal; nothing is decided by them.
 */
final class DrillFigures implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Verdict.Status status;
    private final boolean simulated;
    private final long startedMillis;
    private final long lastedMillis;
    private final long validated;
    private final int servers;
    private final Measure rto;
    private final Measure rpo;
    private final long events;
    private final String lastHash;

    DrillFigures(DrillResult result) {
        Verdict verdict = result.verdict();
        this.status = verdict.status();
        this.simulated = result.run().starter().simulated();
        this.startedMillis =
                verdict.timing().started().map(Instant::toEpochMilli).orElse(0L);
        this.lastedMillis = verdict.timing().length().map(Duration::toMillis).orElse(0L);
        this.validated = Headline.count(result, ServerResult.Status.VALIDATED);
        this.servers = result.sourceServers().size();
        this.rto = new Measure(verdict.rto());
        this.rpo = new Measure(verdict.rpo());
        this.events = result.audit().journal().events();
        this.lastHash = result.audit().journal().lastHash().orElse(null);
    }

    /** The end of the journal; builds of earlier versions do not keep it. */
    Optional<Anchor> anchor() {
        return Optional.ofNullable(lastHash).map(hash -> new Anchor("the build", Optional.of(events), hash));
    }

    Verdict.Status status() {
        return status;
    }

    boolean simulated() {
        return simulated;
    }

    Instant started() {
        return Instant.ofEpochMilli(startedMillis);
    }

    Duration lasted() {
        return Duration.ofMillis(lastedMillis);
    }

    /** How many servers were launched and validated. */
    long validated() {
        return validated;
    }

    int servers() {
        return servers;
    }

    /** Recovery time against its objective. */
    Objective rto() {
        return rto.objective();
    }

    /** Recovery point against its objective. */
    Objective rpo() {
        return rpo.objective();
    }
}
