package io.jenkins.plugins.drs.cli.torture;

import java.io.IOException;
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
            String undisturbed =
                    TortureRun.of(scenario.with(List.of()), engine, transport).end();
            if (!undisturbed.equals(outcome.end())) {
                broken.add(new Broken(3, "It ended " + outcome.end() + ", but undisturbed it ends " + undisturbed));
            }
        }
        return new Verdict(scenario.seed(), outcome, broken);
    }

    @Override
    public void close() {
        transport.close();
    }
}
