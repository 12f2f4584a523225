package io.jenkins.plugins.drs.lab.torture;

/** Suspends the engine's machine and sets its clock where the scenario says so. */
record MachineTroubles(Scenario scenario, Memory memory, MachineClock clock) {
    void strike(Trouble.Moment moment) {
        for (Trouble.Suspend suspend : scenario.troubles(Trouble.Suspend.class)) {
            if (suspend.moment() == moment && memory.isDue(suspend, suspend.afterEvent())) {
                clock.suspend(suspend.length());
            }
        }
        for (Trouble.ClockJump jump : scenario.troubles(Trouble.ClockJump.class)) {
            if (jump.moment() == moment && memory.isDue(jump, jump.afterEvent())) {
                clock.setBy(jump.by());
            }
        }
    }
}
