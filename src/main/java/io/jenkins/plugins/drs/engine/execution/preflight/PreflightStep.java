package io.jenkins.plugins.drs.engine.execution.preflight;

import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.Check;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.SelectedServer;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.StepDone;
import io.jenkins.plugins.drs.engine.execution.core.Effect;
import io.jenkins.plugins.drs.engine.execution.core.PacedCall;
import io.jenkins.plugins.drs.engine.execution.core.Timing;
import io.jenkins.plugins.drs.engine.plan.Problem;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One part of preflight: reads something and says what it thinks of it. What AWS refuses becomes a failed check. */
abstract class PreflightStep implements Effect {
    /** Something answers, or did until now: these pass by themselves. The others mostly need somebody who puts them right. */
    private static final Set<FailureKind> PASSING = Set.of(
            FailureKind.THROTTLED,
            FailureKind.SERVER_FAULT,
            FailureKind.NO_ANSWER,
            FailureKind.UNREADABLE,
            FailureKind.CONFLICT,
            FailureKind.QUOTA);

    private final String key;
    private final String operation;
    private final String checkName;
    private final String subject;
    private final Target target;
    private Instant began;
    private Timing timing;

    /**
     * @param key names the step
     * @param operation service and operation of the call that it begins with
     * @param checkName names the check that fails when AWS refuses
     * @param subject what it looks at
     */
    PreflightStep(String key, String operation, String checkName, String subject, Target target) {
        this.key = key;
        this.operation = operation;
        this.checkName = checkName;
        this.subject = subject;
        this.target = target;
    }

    @Override
    public final String key() {
        return key;
    }

    @Override
    public final Optional<PacedCall> call() {
        return Optional.of(new PacedCall(target, operation));
    }

    final Target target() {
        return target;
    }

    /** @param start when preflight began, without the time in which no engine ran */
    final PreflightStep since(Instant start, Timing limits) {
        began = start;
        timing = limits;
        return this;
    }

    @Override
    public final Optional<Instant> deadline(FailureKind kind) {
        return Optional.of(began.plus(PASSING.contains(kind) ? timing.preflightPatience() : timing.preflightLimit()));
    }

    @Override
    public final List<ExecutionEvent> refused(AwsFailure failure) {
        String where = subject + " (" + target + ")";
        return done(List.of(Check.failed(checkName, where, failure.sentence(), failure.remedy())));
    }

    @Override
    public abstract List<ExecutionEvent> perform(AwsAccess aws);

    static Check failed(String check, String subject, Problem problem) {
        return Check.failed(check, subject, problem.message() + ".", problem.remedy() + ".");
    }

    final List<ExecutionEvent> done(List<Check> checks) {
        return List.of(new StepDone(key, checks, List.of()));
    }

    final List<ExecutionEvent> done(List<Check> checks, List<SelectedServer> servers) {
        return List.of(new StepDone(key, checks, servers));
    }
}
