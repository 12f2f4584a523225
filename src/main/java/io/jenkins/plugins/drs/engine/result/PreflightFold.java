package io.jenkins.plugins.drs.engine.result;

import io.jenkins.plugins.drs.engine.event.CleanupEvent.CleanupBegun;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.WavesBegun;
import io.jenkins.plugins.drs.engine.event.PreflightEvent;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.StepDone;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.TargetIdentified;
import io.jenkins.plugins.drs.engine.plan.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Folds what preflight found. */
final class PreflightFold {
    private record Identified(TargetIdentified event, long number) {}

    private final Map<Target, Identified> identities = new LinkedHashMap<>();
    private final List<Preflight.Check> checks = new ArrayList<>();
    private Optional<Instant> begun = Optional.empty();

    PreflightFold(Handlers handlers) {
        handlers.onRecorded(
                TargetIdentified.class,
                (recorded, event) -> identities.put(event.target(), new Identified(event, recorded.sequence())));
        handlers.onRecorded(StepDone.class, (recorded, event) -> event.checks()
                .forEach(check -> checks.add(check(event.step(), check, recorded.sequence()))));
        handlers.on(WavesBegun.class, (at, event) -> over(at));
        handlers.on(CleanupBegun.class, (at, event) -> over(at));
    }

    private void over(Instant at) {
        begun = begun.or(() -> Optional.of(at));
    }

    private static Preflight.Check check(String step, PreflightEvent.Check check, long number) {
        return new Preflight.Check(
                step,
                check.name(),
                check.subject(),
                check.status(),
                check.message(),
                Texts.present(check.remedy()),
                number);
    }

    /** A target with its account, as far as it is known. */
    Target place(Target target) {
        Optional<String> identified =
                Optional.ofNullable(identities.get(target)).map(it -> it.event().accountId());
        return new Target(target.accountId().or(() -> identified), target.region());
    }

    /** What was found, with {@code run} as the time of the whole execution. */
    Preflight result(Timing run, Instant now) {
        Timing timing = Timing.of(run.started(), begun.or(run::ended), now);
        return new Preflight(timing, identities(), checks);
    }

    private List<Preflight.Identity> identities() {
        return identities.values().stream()
                .map(it -> new Preflight.Identity(
                        place(it.event().target()), it.event().arn(), it.number()))
                .toList();
    }
}
