package io.jenkins.plugins.drs.lab.torture;

import io.jenkins.plugins.drs.engine.document.Sha256;
import io.jenkins.plugins.drs.lab.torture.Outcome.Ending;
import io.jenkins.plugins.drs.lab.torture.Promises.Broken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    /** Runs a scenario; one whose end must not depend on when something happens is compared with the same undisturbed. */
    Verdict judge(Scenario scenario) throws IOException {
        Outcome outcome = TortureRun.of(scenario, engine, transport);
        List<Broken> broken = new ArrayList<>(Promises.broken(outcome));
        boolean comparable = scenario.isCalm() && !scenario.troubles().isEmpty();
        if (broken.isEmpty() && comparable && !isKnownToBeTheSame(scenario, outcome.ending())) {
            compare(scenario, outcome.ending(), TortureRun.undisturbed(scenario, engine, transport), broken);
        }
        return new Verdict(scenario.seed(), outcome, broken);
    }

    /** Undisturbed it must end well, too, and cannot take so little time that this one took too long. */
    private static boolean isKnownToBeTheSame(Scenario scenario, Ending ending) {
        return scenario.mustComplete() && ending.isWhole() && ending.lasted().compareTo(scenario.delay()) <= 0;
    }

    private static void compare(Scenario scenario, Ending ending, Ending undisturbed, List<Broken> broken) {
        boolean clocks = !scenario.troubles(Trouble.ClockJump.class).isEmpty();
        if (!undisturbed.how().equals(ending.how())) {
            broken.add(new Broken(
                    clocks ? 7 : 3, "It ended " + ending.how() + ", but undisturbed it ends " + undisturbed.how()));
        }
        Duration longest = undisturbed.lasted().plus(scenario.delay());
        if (ending.lasted().compareTo(longest) > 0) {
            broken.add(new Broken(
                    7,
                    "It took " + ending.lasted() + ", but undisturbed it takes " + undisturbed.lasted()
                            + " and what befell it explains no more than " + scenario.delay()));
        }
    }

    @Override
    public void close() {
        transport.close();
    }

    /**
     * What is to be said of a seed.
     *
     * @param outcome of the run as it was drawn
     * @param broken promises that were not kept
     */
    record Verdict(long seed, Outcome outcome, List<Broken> broken) {
        Verdict {
            broken = List.copyOf(broken);
        }

        /** Hash of all bytes of the journal: the same seed gives the same on every machine. */
        String journalHash() {
            String journal = outcome.texts().get(0).content();
            return Sha256.of(journal.getBytes(StandardCharsets.UTF_8));
        }

        boolean isClean() {
            return broken.isEmpty();
        }
    }
}
