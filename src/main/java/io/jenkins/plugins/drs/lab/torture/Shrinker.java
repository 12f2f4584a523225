package io.jenkins.plugins.drs.lab.torture;

import java.io.IOException;
import java.util.List;

/** Leaves out of a scenario what does not matter for a promise to be broken. */
final class Shrinker {
    private final Torture torture;

    Shrinker(Torture torture) {
        this.torture = torture;
    }

    /** The troubles that are left when none more can be left out without the same promise being kept. */
    List<Trouble> needed(Verdict failed) throws IOException {
        int promise = failed.broken().get(0).promise();
        Scenario scenario = failed.outcome().scenario();
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (int trouble = 0; trouble < scenario.troubles().size() && !smaller; trouble++) {
                Scenario without = scenario.without(trouble);
                if (breaks(without, promise)) {
                    scenario = without;
                    smaller = true;
                }
            }
        }
        return scenario.troubles();
    }

    private boolean breaks(Scenario scenario, int promise) throws IOException {
        return torture.judge(scenario).broken().stream().anyMatch(broken -> broken.promise() == promise);
    }
}
