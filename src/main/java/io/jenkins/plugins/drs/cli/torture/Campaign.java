package io.jenkins.plugins.drs.cli.torture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Runs many seeds, side by side. */
public final class Campaign {
    private static final int NEWS_EVERY = 1000;

    private final long first;
    private final long seeds;
    private final Consumer<String> news;
    private final AtomicLong next;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong broken = new AtomicLong();
    private final AtomicLong events = new AtomicLong();
    private final AtomicLong calls = new AtomicLong();

    /** @param news hears of every seed that breaks a promise, and now and then how far it is; from several threads */
    public Campaign(long first, long seeds, Consumer<String> news) {
        this.first = first;
        this.seeds = seeds;
        this.news = news;
        this.next = new AtomicLong(first);
    }

    /** Runs all seeds; says how many of them broke a promise. */
    public long run(int threads) throws IOException {
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
        return broken.get();
    }

    private Void work() throws IOException {
        try (Torture torture = new Torture()) {
            for (long seed = next.getAndIncrement(); seed < first + seeds; seed = next.getAndIncrement()) {
                tell(judge(torture, seed));
            }
        }
        return null;
    }

    private static Verdict judge(Torture torture, long seed) {
        try {
            return torture.judge(seed);
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException("Seed " + seed + ": " + e, e);
        }
    }

    private void tell(Verdict verdict) {
        events.addAndGet(verdict.outcome().events().size());
        calls.addAndGet(verdict.outcome().record().calls().size());
        if (!verdict.isClean()) {
            broken.incrementAndGet();
            news.accept("Seed " + verdict.seed() + " broke " + verdict.broken().get(0));
        }
        if (done.incrementAndGet() % NEWS_EVERY == 0) {
            news.accept(summary());
        }
    }

    /** How far it is, in one line. */
    public String summary() {
        return done + " of " + seeds + " seeds, " + broken + " broke a promise; " + events + " events, " + calls
                + " calls to AWS";
    }

    /** Runs one seed and tells its story. The last lines say which promises were broken, and by how little. */
    public static List<String> replay(long seed) throws IOException {
        try (Torture torture = new Torture()) {
            Verdict verdict = torture.judge(seed);
            List<Trouble> needed = verdict.isClean() ? List.of() : new Shrinker(torture).needed(verdict);
            return Story.of(verdict, needed);
        }
    }
}
