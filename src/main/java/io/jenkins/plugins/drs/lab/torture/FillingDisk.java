package io.jenkins.plugins.drs.lab.torture;

import io.jenkins.plugins.drs.engine.journal.Disk;
import io.jenkins.plugins.drs.simulator.time.SimulatorClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** A disk that has no more room where the scenario says so, and perhaps has some again later. */
final class FillingDisk implements Disk {
    private final Scenario scenario;
    private final Memory memory;
    private final SimulatorClock world;
    private Optional<Instant> fullUntil = Optional.empty();

    FillingDisk(Scenario scenario, Memory memory, SimulatorClock world) {
        this.scenario = scenario;
        this.memory = memory;
        this.world = world;
    }

    /** The disk is full. */
    static final class NoRoom extends IOException {
        private static final long serialVersionUID = 1L;

        NoRoom() {
            super("No space left on device");
        }

        /** Whether a write failed for this. */
        static boolean isCause(Throwable failure) {
            return failure instanceof NoRoom || failure.getCause() != null && isCause(failure.getCause());
        }
    }

    /** How long it is full; empty when it will be for ever. */
    Optional<Duration> roomIn() {
        return fullUntil
                .filter(Instant.MAX::isAfter)
                .map(until -> Duration.between(world.now(), until))
                .map(left -> left.isNegative() ? Duration.ZERO : left);
    }

    @Override
    public Store open(Path file) throws IOException {
        Store real = REAL.open(file);
        return new Store() {
            @Override
            public void append(byte[] bytes) throws IOException {
                fill();
                if (isFull()) {
                    real.append(Arrays.copyOf(bytes, bytes.length * share() / 1000));
                    throw new NoRoom();
                }
                real.append(bytes);
            }

            /** A disk that is full may not even let go of what it took. */
            @Override
            public void cut(long length) throws IOException {
                if (isFull() && share() % 2 == 0) {
                    throw new NoRoom();
                }
                real.cut(length);
            }

            @Override
            public void close() throws IOException {
                real.close();
            }
        };
    }

    private boolean isFull() {
        return fullUntil.filter(world.now()::isBefore).isPresent();
    }

    private int share() {
        return scenario.troubles(Trouble.FullDisk.class).get(0).share();
    }

    private void fill() {
        for (Trouble.FullDisk full : scenario.troubles(Trouble.FullDisk.class)) {
            if (memory.isDue(full, full.afterEvent())) {
                fullUntil = Optional.of(full.lasts().map(world.now()::plus).orElse(Instant.MAX));
            }
        }
    }
}
