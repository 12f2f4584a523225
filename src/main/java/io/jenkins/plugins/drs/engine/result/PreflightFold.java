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
    private final Map<Target, TargetIdentified> identities = new LinkedHashMap<>();
    private final List<Preflight.Check> checks = new ArrayList<>();
    private Optional<Instant> begun = Optional.empty();

    PreflightFold(Handlers handlers) {
        handlers.on(TargetIdentified.class, (at, event) -> identities.put(event.target(), event));
        handlers.on(
                StepDone.class, (at, event) -> event.checks().forEach(check -> checks.add(check(event.step(), check))));
        handlers.on(WavesBegun.class, (at, event) -> over(at));
        handlers.on(CleanupBegun.class, (at, event) -> over(at));
    }

    private void over(Instant at) {
        begun = begun.or(() -> Optional.of(at));
    }

    private static Preflight.Check check(String step, PreflightEvent.Check check) {
        return new Preflight.Check(
                step,
                check.name(),
                check.subject(),
                Preflight.Status.valueOf(check.status().name()),
                check.message(),
                Texts.present(check.remedy()));
    }

    /** A target with its account, as far as it is known. */
    Place place(Target target) {
        Optional<String> identified =
                Optional.ofNullable(identities.get(target)).map(TargetIdentified::accountId);
        return new Place(target.accountId().or(() -> identified), target.region());
    }

    /** What was found, with {@code run} as the time of the whole execution. */
    Preflight result(Timing run, Instant now) {
        Timing timing = Timing.of(run.started(), begun.or(run::ended), now);
        return new Preflight(timing, identities(), checks);
    }

    private List<Preflight.Identity> identities() {
        return identities.values().stream()
                .map(event -> new Preflight.Identity(place(event.target()), event.arn()))
                .toList();
    }
}
