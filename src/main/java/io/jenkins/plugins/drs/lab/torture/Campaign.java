package io.jenkins.plugins.drs.lab.torture;

import io.jenkins.plugins.drs.lab.torture.Torture.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Runs many seeds, side by side. A seed that breaks a promise, or cannot be run at all, does not stop the others. */
public final class Campaign {
    private static final int NEWS_EVERY = 1000;

    private final long first;
    private final long seeds;
    private final Consumer<String> news;
    private final LongConsumer before;
    private final AtomicLong next;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong events = new AtomicLong();
    private final AtomicLong calls = new AtomicLong();
    private final NavigableMap<Long, String> broken = new ConcurrentSkipListMap<>();

    /** @param news hears of every seed that breaks a promise, and now and then how far it is; from several threads */
    public Campaign(long first, long seeds, Consumer<String> news) {
        this(first, seeds, news, seed -> {});
    }

    /** @param before is called with each seed before it runs */
    Campaign(long first, long seeds, Consumer<String> news, LongConsumer before) {
        this.before = before;
        this.first = first;
        this.seeds = seeds;
        this.news = news;
        this.next = new AtomicLong(first);
    }

    /** Runs all seeds; returns what each broken one broke, by seed. Empty when every promise was kept. */
    public NavigableMap<Long, String> run(int threads) throws IOException {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Void>> running = new ArrayList<>();
            for (int worker = 0; worker < threads; worker++) {
                running.add(workers.submit((Callable<Void>) this::work));
            }
            for (Future<Void> worker : running) {
                worker.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted after " + done + " seeds", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        } finally {
            workers.shutdownNow();
        }
        return broken;
    }

    private Void work() {
        long seed = next.getAndIncrement();
        while (seed < first + seeds) {
            try (Torture torture = new Torture()) {
                while (seed < first + seeds && judge(torture, seed)) {
                    seed = next.getAndIncrement();
                }
            }
            seed = next.getAndIncrement();
        }
        return null;
    }

    /** Whether the seed could be run, so that others can be run with the same connections. */
    private boolean judge(Torture torture, long seed) {
        try {
            before.accept(seed);
            Verdict verdict = torture.judge(seed);
            events.addAndGet(verdict.outcome().events().size());
            calls.addAndGet(verdict.outcome().record().calls().size());
            if (!verdict.isClean()) {
                add(seed, "Seed " + seed + " broke " + verdict.broken().get(0));
            }
            return true;
        } catch (IOException | RuntimeException | Error e) {
            add(seed, "Seed " + seed + " could not be run: " + e);
            return false;
        } finally {
            count();
        }
    }

    private void add(long seed, String what) {
        broken.put(seed, what);
        news.accept(what);
    }

    private void count() {
        if (done.incrementAndGet() % NEWS_EVERY == 0) {
            news.accept(summary());
        }
    }

    /** How far it is, in one line. */
    public String summary() {
        long ran = done.get();
        return ran + " of " + seeds + " seeds, " + (ran - broken.size()) + " clean, " + broken.size() + " broken; "
                + events + " events, " + calls + " calls to AWS";
    }

    /** Runs one seed and tells its story. The last lines say which promises were broken, and by how little. */
    public static List<String> replay(long seed) throws IOException {
        try (Torture torture = new Torture()) {
            Verdict verdict = torture.judge(seed);
            List<Trouble> needed = verdict.isClean() ? List.of() : new Shrinker(torture).needed(verdict);
            return Story.of(verdict, needed);
        }
    }

    /** Leaves out of a scenario what does not matter for a promise to be broken. */
    private static final class Shrinker {
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
}
