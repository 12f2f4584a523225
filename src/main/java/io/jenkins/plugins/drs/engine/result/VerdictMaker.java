package io.jenkins.plugins.drs.engine.result;

import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Judges an execution by what its parts came to. */
final class VerdictMaker {
    private final RunFold run;
    private final Mode mode;
    private final Timing timing;
    private final List<ServerResult> servers;

    VerdictMaker(RunFold run, Instant now, List<ServerResult> servers) {
        this.run = run;
        this.mode = run.info().mode();
        this.timing = run.timing(now);
        this.servers = servers;
    }

    Verdict judge(boolean paused, List<Finding> troubles, Evidence evidence) {
        ExecutionStatus status = run.finalStatus().orElse(paused ? ExecutionStatus.PAUSED : ExecutionStatus.RUNNING);
        return new Verdict(status, run.reason(), timing, rto(), rpo(), troubles, evidence);
    }

    /**
     * The time to recover is measured only when every server is validated. Whether it was too long is certain as soon
     * as the time is over, or the execution. A drill that its preflight stops measures nothing.
     */
    Objective rto() {
        Optional<Duration> limit = objective(RecoveryPlan::rto);
        Optional<Duration> reached = timing.started()
                .flatMap(start -> Servers.lastValidated(servers).map(last -> Timing.between(start, last)));
        Objective compared = Objective.compared(limit, reached);
        return compared.met().isEmpty() && limit.isPresent() && tooLate(limit.get())
                ? new Objective(limit, reached, Optional.of(false))
                : compared;
    }

    private boolean tooLate(Duration limit) {
        boolean over =
                timing.length().filter(length -> length.compareTo(limit) > 0).isPresent();
        return mode.launches() && run.wavesBegun() && (over || run.ended());
    }

    /** The worst of all servers. The objective counts as kept only when the data of every server is known. */
    Objective rpo() {
        Optional<Duration> limit = objective(RecoveryPlan::rpo);
        List<Duration> ages = servers.stream()
                .flatMap(server -> server.rpo().stream())
                .flatMap(rpo -> rpo.reached().stream())
                .toList();
        Objective compared = Objective.compared(limit, ages.stream().max(Duration::compareTo));
        boolean missed = servers.stream()
                .anyMatch(server -> server.rpo().filter(Objective::missed).isPresent());
        boolean proven = compared.missed() || ages.size() == servers.size();
        Optional<Boolean> met = missed ? Optional.of(false) : proven ? compared.met() : Optional.empty();
        return new Objective(limit, compared.reached(), met);
    }

    private Optional<Duration> objective(Function<RecoveryPlan, Optional<Duration>> which) {
        return mode.launches() ? run.plan().flatMap(which) : Optional.empty();
    }
}
