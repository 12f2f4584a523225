package io.jenkins.plugins.drs.plugin.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** Those who wait for an execution to end. */
final class Waiting {
    private final List<Runnable> retries = new ArrayList<>();

    synchronized void add(Runnable retry) {
        retries.add(retry);
    }

    /** Lets everybody try again; who has to wait still, adds itself again. */
    synchronized void wake(Executor threads) {
        List<Runnable> woken = List.copyOf(retries);
        retries.clear();
        woken.forEach(threads::execute);
    }
}
