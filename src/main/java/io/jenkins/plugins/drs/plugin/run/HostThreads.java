package io.jenkins.plugins.drs.plugin.run;

import hudson.util.DaemonThreadFactory;
import hudson.util.NamingThreadFactory;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads of all executions together. They end when there is nothing to do: an execution that waits holds none.
 *
 * @param advance decides and waits for calls
 * @param calls makes calls to AWS; apart from {@code advance}, which waits for it
 * @param files writes and archives artifacts, and tells those who listen
 */
record HostThreads(ExecutorService advance, ExecutorService calls, ExecutorService files) {
    /** Less than an execution waits between two looks at AWS. */
    private static final int SECONDS_IDLE = 3;

    static HostThreads create() {
        return new HostThreads(pool("drs-advance", 16), pool("drs-call", 32), pool("drs-artifacts", 8));
    }

    private static ExecutorService pool(String name, int size) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                size,
                size,
                SECONDS_IDLE,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                new NamingThreadFactory(new DaemonThreadFactory(), name));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** @throws HostEndedException after {@link #shutdown} */
    void requireRunning() throws HostEndedException {
        if (advance.isShutdown()) {
            throw new HostEndedException();
        }
    }

    void shutdown() {
        advance.shutdownNow();
        calls.shutdownNow();
        files.shutdownNow();
    }
}
