package io.jenkins.plugins.drs.lab.torture;

import java.util.List;
import java.util.Random;

/** Chance, repeatable: {@link Random}'s sequence is specified, so a seed means the same on every machine. */
final class Dice {
    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L ^ 0x5DEECE66DL);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** A number from low to high, both included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /** A number from 0 to most, small ones far more often. */
    int few(int most) {
        int number = 0;
        while (number < most && chance(45)) {
            number++;
        }
        return number;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
