package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;

import io.jenkins.plugins.drs.engine.execution.shared.SharedInHost;
import io.jenkins.plugins.drs.simulator.time.SimulatorClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Drills of one controller, each of one server, all in one account and Region. */
final class Fleet implements AutoCloseable {
    static final int LONG = 8;

    final List<Drill> drills = new ArrayList<>();
    private final List<Integer> resting = new ArrayList<>();
    private final Map<Integer, Instant> due = new HashMap<>();
    private final boolean together;
    private SharedInHost shared = new SharedInHost();

    /** @param world put over the simulated AWS */
    Fleet(int size, Consumer<TestWorld> world) {
        this(size, world, true);
    }

    /** The same without a controller: nothing is shared. */
    static Fleet apart(int size) {
        return new Fleet(size, world -> {}, false);
    }

    private Fleet(int size, Consumer<TestWorld> world, boolean together) {
        this.together = together;
        DrillScenario first = scenario(1).inWorld(all -> {
            IntStream.rangeClosed(2, size).forEach(number -> all.alsoServer("web-" + number, name(number)));
            world.accept(all);
        });
        drills.add(first.start());
        IntStream.rangeClosed(2, size)
                .forEach(number -> drills.add(scenario(number).startAfter(drills.get(0))));
    }

    private DrillScenario scenario(int number) {
        return drillOf(wave(name(number), "web-" + number).within(Duration.ofHours(LONG)))
                .named("Plan " + number, "execution-" + number)
                .runBy(usual -> new EngineRuntime(
                        drills.isEmpty() ? usual.connections() : drills.get(0).connections(),
                        usual.clock(),
                        usual.executor(),
                        usual.settings(),
                        usual.others(),
                        together ? shared : new SharedInHost()));
    }

    private static String name(int number) {
        return "Web-" + number;
    }

    /** The controller is restarted: nothing that was shared is left. */
    void restart() {
        shared = new SharedInHost();
        drills.forEach(drill -> drill.restartAfter(Duration.ZERO));
    }

    /** Nobody advances this drill any more, and it shares nothing. */
    void stop(int index) throws IOException {
        resting.add(index);
        drills.get(index).execution().close();
    }

    /** Advances each when it asked for it or was woken, as the one controller that has them all. */
    void run(Duration time) throws IOException {
        SimulatorClock clock = drills.get(0).simulator().clock();
        Instant end = clock.now().plus(time);
        for (int number = 0; number < drills.size(); number++) {
            if (!resting.contains(number)) {
                int one = number;
                drills.get(one).execution().onRequest(() -> due.merge(one, clock.now(), Fleet::earlier));
                due.put(one, clock.now());
            }
        }
        for (Optional<Integer> next = next(); next.isPresent(); next = next()) {
            Instant at = due.remove(next.get());
            if (!at.isBefore(end)) {
                break;
            }
            clock.advanceTo(at);
            Optional<Instant> wake = drills.get(next.get()).execution().advance();
            int one = next.get();
            wake.ifPresent(then -> due.merge(one, then, Fleet::earlier));
        }
        due.clear();
    }

    private Optional<Integer> next() {
        return due.entrySet().stream()
                .min(Map.Entry.<Integer, Instant>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    @Override
    public void close() {
        for (int index = drills.size() - 1; index >= 0; index--) { // the first owns the simulator
            drills.get(index).close();
        }
    }
}
