package io.jenkins.plugins.drs.engine.history;

import io.jenkins.plugins.drs.engine.plan.Endpoint;
import io.jenkins.plugins.drs.engine.plan.Endpoint.Kind;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.Headline;
import io.jenkins.plugins.drs.engine.result.Objective;
import io.jenkins.plugins.drs.engine.result.ServerResult;
import io.jenkins.plugins.drs.engine.result.Verdict;
import io.jenkins.plugins.drs.engine.result.WaveResult;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of an execution: its row in lists, and what histories compare.
 *
 * @param servers in plan order
 * @param waves in plan order
 * @param lost time lost between the steps of AWS; empty when it is not known, as of results before 1.1
 * @param traceable whether its journal is there and its chain intact
 */
public record DrillSummary(
        Run run, List<ServerFigure> servers, List<WaveFigure> waves, Optional<Duration> lost, boolean traceable) {
    public DrillSummary {
        servers = List.copyOf(servers);
        waves = List.copyOf(waves);
    }

    /** In brief, with whether its journal was found to be intact. */
    public static DrillSummary of(DrillResult result, boolean traceable) {
        Run run = new Run(
                result.run().executionId(),
                result.run().planName(),
                result.run().mode().launches(),
                result.run().starter().simulated(),
                result.run().starter().endpoint().map(Endpoint::kind),
                result.verdict().timing().started().orElse(Instant.EPOCH),
                result.run().configurationHash(),
                end(result));
        return new DrillSummary(
                run,
                result.sourceServers().stream().map(DrillSummary::server).toList(),
                result.waveResults().stream().map(DrillSummary::wave).toList(),
                Optional.of(result.criticalPath().ours()),
                traceable);
    }

    private static End end(DrillResult result) {
        Verdict verdict = result.verdict();
        return new End(
                verdict.status(),
                result.sourceServers().size(),
                (int) Headline.count(result, ServerResult.Status.VALIDATED),
                verdict.timing().length().orElse(Duration.ZERO),
                verdict.rto(),
                verdict.rpo(),
                result.cleanup().leftBehind().size());
    }

    private static ServerFigure server(ServerResult server) {
        boolean validated = server.status() == ServerResult.Status.VALIDATED;
        return new ServerFigure(
                server.identity().sourceServerId(),
                server.identity().label(),
                server.status(),
                validated ? server.launch().timing().length() : Optional.empty(),
                server.rpo().flatMap(Objective::reached));
    }

    private static WaveFigure wave(WaveResult wave) {
        boolean completed = wave.status() == WaveStatus.COMPLETED;
        return new WaveFigure(
                wave.waveName(), completed ? wave.progress().timing().length() : Optional.empty());
    }

    /** The same after another look at its journal. */
    public DrillSummary traceable(boolean intact) {
        return new DrillSummary(run, servers, waves, lost, intact);
    }

    public Objective rto() {
        return run.end().rto();
    }

    public Objective rpo() {
        return run.end().rpo();
    }

    /** Whether it proves that its plan works: a real drill or recovery in which everything came back. */
    public boolean good() {
        return run.launches() && run.inAws() && run.status() == ExecutionStatus.COMPLETED;
    }

    /**
     * Which execution it was, and its row in lists.
     *
     * @param launches whether it was a drill or a recovery
     * @param answeredBy what answered calls; empty of executions of earlier versions
     */
    public record Run(
            String executionId,
            String planName,
            boolean launches,
            boolean simulated,
            Optional<Kind> answeredBy,
            Instant started,
            String configurationHash,
            End end) {
        /** What results name as the kind of their endpoint; empty where they name none that is known. */
        public static Optional<Kind> answeredBy(String name) {
            return Arrays.stream(Kind.values())
                    .filter(kind -> kind.name().equals(name))
                    .findFirst();
        }

        public ExecutionStatus status() {
            return end.status();
        }

        /** Whether AWS itself answered, as far as is known: nothing else proves that a plan works. */
        public boolean inAws() {
            return !simulated && answeredBy.filter(kind -> kind != Kind.AWS).isEmpty();
        }

        /** {@code simulated} or {@code not AWS}; empty of one in AWS. */
        public String mark() {
            return simulated ? "simulated" : inAws() ? "" : "not AWS";
        }
    }

    /**
     * How an execution stands, or ended.
     *
     * @param servers how many were selected
     * @param recovered how many of them were recovered
     * @param lasted in the time of the execution
     * @param leftBehind how many things stay in AWS
     */
    public record End(
            ExecutionStatus status,
            int servers,
            int recovered,
            Duration lasted,
            Objective rto,
            Objective rpo,
            int leftBehind) {}

    /**
     * One server.
     *
     * @param recovery from the request for its job until it was validated; empty unless it was
     * @param dataAge what its recovery point was; empty when it is not known
     */
    public record ServerFigure(
            String sourceServerId,
            String label,
            ServerResult.Status status,
            Optional<Duration> recovery,
            Optional<Duration> dataAge) {}

    /** One wave; {@code length} is empty unless it completed. */
    public record WaveFigure(String name, Optional<Duration> length) {}
}
