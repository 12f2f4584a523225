package io.jenkins.plugins.drs.engine.document.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A disk on whose n-th step the machine goes down: that step is done in part or not, and none after it. */
final class CrashingDisk implements Disk {
    private final int lastStep;
    private int step;

    /** @param lastStep the step, counted from 1, in whose middle the machine goes down */
    CrashingDisk(int lastStep) {
        this.lastStep = lastStep;
    }

    static final class Crash extends IOException {
        private static final long serialVersionUID = 1L;
    }

    boolean hasCrashed() {
        return step >= lastStep;
    }

    private boolean goesOn() throws Crash {
        step++;
        if (step > lastStep) {
            throw new Crash();
        }
        return step < lastStep;
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        if (!goesOn()) {
            Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            throw new Crash();
        }
        REAL.write(file, bytes);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        if (!goesOn()) {
            throw new Crash();
        }
        REAL.move(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        if (!goesOn()) {
            throw new Crash();
        }
        REAL.delete(file);
    }
}
