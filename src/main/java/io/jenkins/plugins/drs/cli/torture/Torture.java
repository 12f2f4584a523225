package io.jenkins.plugins.drs.cli.torture;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs scenarios and holds them against the promises. For one thread. */
public final class Torture implements AutoCloseable {
    private final Engine engine;
    private final Transport transport = new Transport();

    /** Of the product's engine. */
    public Torture() {
        this(Engine.REAL);
    }

    Torture(Engine engine) {
        this.engine = engine;
    }

    Verdict judge(long seed) throws IOException {
        return judge(ScenarioDraw.of(seed));
    }

    /** Runs a scenario; one whose end must not depend on when something happens runs undisturbed as well. */
    Verdict judge(Scenario scenario) throws IOException {
        Outcome outcome = TortureRun.of(scenario, engine, transport);
        List<Broken> broken = new ArrayList<>(Promises.broken(outcome));
        if (broken.isEmpty() && scenario.isCalm() && !scenario.troubles().isEmpty()) {
            compare(outcome, TortureRun.of(scenario.with(List.of()), engine, transport), broken);
        }
        return new Verdict(scenario.seed(), outcome, broken);
    }

    private static void compare(Outcome outcome, Outcome undisturbed, List<Broken> broken) {
        boolean clocks = !outcome.scenario().troubles(Trouble.ClockJump.class).isEmpty();
        if (!undisturbed.end().equals(outcome.end())) {
            broken.add(new Broken(
                    clocks ? 7 : 3, "It ended " + outcome.end() + ", but undisturbed it ends " + undisturbed.end()));
        }
        Duration longest = undisturbed.lasted().plus(outcome.scenario().delay());
        if (outcome.lasted().compareTo(longest) > 0) {
            broken.add(new Broken(
                    7,
                    "It took " + outcome.lasted() + ", but undisturbed it takes " + undisturbed.lasted()
                            + " and what befell it explains no more than "
                            + outcome.scenario().delay()));
        }
    }

    @Override
    public void close() {
        transport.close();
    }
}
