package io.jenkins.plugins.drs.lab.torture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws troubles that come together: several crashes within a few writes, a suspended machine beside a clock that is set,
 * and machines that are suspended for days.
 */
final class CombinationDraw {
    private static final List<Integer> OUTAGES = List.of(0, 1, 40, 100, 900);
    private static final List<Duration> SET_BY = List.of(
            Duration.ofMinutes(3),
            Duration.ofMinutes(20),
            Duration.ofHours(1),
            Duration.ofHours(13),
            Duration.ofDays(40));
    private static final List<Trouble.Place> IN_CALLS = List.of(Trouble.Place.BEFORE_CALL, Trouble.Place.AFTER_CALL);
    private static final List<Trouble.Place> IN_WRITES = List.of(Trouble.Place.IN_WRITE, Trouble.Place.AFTER_EVENT);
    private static final List<Trouble.Moment> MOMENTS = List.of(
            Trouble.Moment.BEFORE_ENGINE_WORKS,
            Trouble.Moment.WHILE_ENGINE_WAITS,
            Trouble.Moment.IN_CALL,
            Trouble.Moment.WHILE_NO_ENGINE_RUNS);
    private static final int DAY = 86_400;

    private final Dice dice;

    CombinationDraw(Dice dice) {
        this.dice = dice;
    }

    /** Beside answers that nobody expects: what comes with them, and what comes of it. */
    List<Trouble> besideStrangeAnswers() {
        List<Trouble> troubles = new ArrayList<>();
        if (dice.chance(25)) {
            int crashes = dice.between(1, 3);
            for (int crash = 1; crash <= crashes; crash++) {
                Duration outage = Duration.ofSeconds(dice.oneOf(OUTAGES));
                troubles.add(new Trouble.Crash(
                        Trouble.Place.AFTER_STRANGE_ANSWER,
                        crash,
                        dice.chance(50) ? 1000 : dice.between(0, 999),
                        outage));
            }
        }
        if (dice.chance(12)) {
            Duration by = dice.oneOf(SET_BY);
            troubles.add(
                    new Trouble.ClockJump(0, Trouble.Moment.WITH_STRANGE_ANSWER, dice.chance(50) ? by : by.negated()));
        }
        if (dice.chance(8)) {
            Duration length = Duration.ofSeconds(dice.between(30, 20_000));
            troubles.add(new Trouble.Suspend(0, Trouble.Moment.WITH_STRANGE_ANSWER, length));
        }
        return troubles;
    }

    List<Trouble> troubles() {
        List<Trouble> troubles = new ArrayList<>();
        if (dice.chance(6)) {
            troubles.addAll(crashes());
        }
        if (dice.chance(4)) {
            troubles.addAll(suspendedAndSet());
        }
        if (dice.chance(2)) {
            troubles.add(suspended(dice.between(1, 120), dice.between(DAY / 4, 9 * DAY)));
        }
        return troubles;
    }

    /** One process after the other dies, each a few writes or calls after it took over. */
    private List<Trouble> crashes() {
        List<Trouble> crashes = new ArrayList<>();
        boolean calls = dice.chance(50);
        int number = dice.between(1, calls ? 45 : 110);
        int count = dice.between(2, 5);
        for (int crash = 0; crash < count; crash++) {
            Trouble.Place place = dice.oneOf(calls ? IN_CALLS : IN_WRITES);
            Duration outage = Duration.ofSeconds(dice.oneOf(OUTAGES));
            crashes.add(new Trouble.Crash(place, number, dice.between(0, 999), outage));
            number += dice.between(1, 3);
        }
        return crashes;
    }

    /** The machine sleeps and its clock is wrong afterwards; perhaps the process does not outlive it. */
    private List<Trouble> suspendedAndSet() {
        List<Trouble> troubles = new ArrayList<>();
        int event = dice.between(2, 110);
        troubles.add(suspended(event, dice.between(30, 20_000)));
        Duration by = dice.oneOf(SET_BY);
        boolean dies = dice.chance(50);
        troubles.add(new Trouble.ClockJump(
                event,
                dies ? Trouble.Moment.WHILE_NO_ENGINE_RUNS : dice.oneOf(MOMENTS),
                dice.chance(30) ? by : by.negated()));
        if (dies) {
            Duration outage = Duration.ofSeconds(dice.oneOf(OUTAGES));
            int number = event + dice.between(0, 3);
            troubles.add(new Trouble.Crash(dice.oneOf(IN_WRITES), number, dice.between(0, 999), outage));
        }
        return troubles;
    }

    private Trouble suspended(int event, int seconds) {
        List<Trouble.Moment> moments =
                List.of(Trouble.Moment.BEFORE_ENGINE_WORKS, Trouble.Moment.WHILE_ENGINE_WAITS, Trouble.Moment.IN_CALL);
        return new Trouble.Suspend(event, dice.oneOf(moments), Duration.ofSeconds(seconds));
    }
}
