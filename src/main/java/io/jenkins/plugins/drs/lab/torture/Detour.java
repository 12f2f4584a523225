package io.jenkins.plugins.drs.lab.torture;

import io.jenkins.plugins.drs.engine.aws.sdk.LocalEndpoint.Ask;
import io.jenkins.plugins.drs.lab.torture.Promises.Broken;
import io.jenkins.plugins.drs.simulator.Simulator;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Calls that lead elsewhere while the engine runs: with keys of another account, or to another simulator in the place of the first. */
final class Detour implements AutoCloseable {
    static final String OWN_KEY = "AKIDTORTURE";
    static final String OTHER_KEY = "AKIDELSEWHERE";

    private final Scenario scenario;
    private final Memory memory;
    private final Simulator own;
    private final Optional<Trouble.Misled> trouble;
    private Optional<Simulator> other = Optional.empty();
    private Instant began;
    private int asked;
    private boolean over;
    private boolean corrected;

    Detour(Scenario scenario, Memory memory, Simulator own) {
        this.scenario = scenario;
        this.memory = memory;
        this.own = own;
        this.trouble = scenario.troubles(Trouble.Misled.class).stream().findFirst();
    }

    /** Which access key the credentials have when they are read now. */
    String key() {
        return trouble.isPresent() && trouble.get().account() && leadsElsewhere() ? OTHER_KEY : OWN_KEY;
    }

    /** What answers a call. */
    Simulator answering(Ask ask) {
        if (trouble.isEmpty()) {
            return own;
        }
        boolean elsewhere = trouble.get().account() ? isOfOtherAccount(ask) : leadsElsewhere();
        return elsewhere ? other() : own;
    }

    private static boolean isOfOtherAccount(Ask ask) {
        return ask.headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Authorization"))
                .anyMatch(header -> header.getValue().get(0).contains(OTHER_KEY));
    }

    private boolean leadsElsewhere() {
        return isActive() && ++asked > trouble.get().skip();
    }

    /** Whether calls lead elsewhere as of now; an execution that does not know yet where it is cannot be misled. */
    boolean isActive() {
        if (trouble.isEmpty()
                || over
                || !memory.isIdentified()
                || !memory.hasCome(trouble.get().afterEvent())) {
            return false;
        }
        Instant now = own.clock().now();
        began = began == null ? now : began;
        over = trouble.get().lasts().map(began::plus).filter(now::isAfter).isPresent();
        return !over;
    }

    /** Whether calls led elsewhere, perhaps until a moment ago: a resume that asked meanwhile may be refused for it once. */
    boolean hasMisled() {
        return began != null && !corrected;
    }

    /** Somebody has put it right. */
    void end() {
        over = true;
        corrected = true;
    }

    private Simulator other() {
        if (other.isEmpty()) {
            other = Optional.of(
                    OtherEnvironments.other(scenario, own, trouble.get().account()));
        }
        return other.get();
    }

    /** What was called elsewhere and may not have been. */
    List<Broken> broken() {
        return other.stream()
                .flatMap(there -> OtherEnvironments.calledIn(there).stream())
                .toList();
    }

    @Override
    public void close() {
        other.ifPresent(Simulator::close);
    }
}
