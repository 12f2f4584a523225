package io.jenkins.plugins.drs.cli.run;

import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Time that stands still until it is moved: waiting moves it, so a drill of an hour takes seconds. */
final class VirtualPace implements Pace {
    private final Supplier<Instant> now;
    private final Consumer<Instant> advance;

    VirtualPace(Supplier<Instant> now, Consumer<Instant> advance) {
        this.now = now;
        this.advance = advance;
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public void await(Instant time) throws InterruptedException {
        if (time == null) {
            Thread.sleep(50);
        } else {
            advance.accept(time);
        }
    }

    @Override
    public void wake() {}
}
