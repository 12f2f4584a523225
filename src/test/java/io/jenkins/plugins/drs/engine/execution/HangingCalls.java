package io.jenkins.plugins.drs.engine.execution;

import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.AwsConnections;
import io.jenkins.plugins.drs.engine.aws.CallRecord.CallListener;
import io.jenkins.plugins.drs.engine.aws.DrsGateway;
import io.jenkins.plugins.drs.engine.execution.core.Timing;
import io.jenkins.plugins.drs.engine.plan.Target;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Connections on which one operation of DRS in one target hangs until it is let go. Calls run on threads. */
final class HangingCalls implements AutoCloseable {
    private final Target target;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger answered = new AtomicInteger();
    private volatile String operation = "";
    private volatile boolean hanging;

    HangingCalls(Target target) {
        this.target = target;
    }

    /** The runtime of a drill, with these calls and little patience. */
    EngineRuntime runtime(EngineRuntime usual) {
        Timing impatient = Timing.DEFAULT.withPatience(Duration.ofMillis(50));
        return new EngineRuntime(
                connections(usual.connections()),
                usual.clock(),
                threads,
                usual.settings().with(impatient));
    }

    void hang(String name) {
        hang(name, 0);
    }

    /** @param first how many calls are answered before one hangs */
    void hang(String name, int first) {
        answered.set(first);
        operation = name;
    }

    boolean isHanging() {
        return hanging;
    }

    private AwsConnections connections(AwsConnections real) {
        return new AwsConnections() {
            @Override
            public AwsAccess open(CallListener listener) {
                AwsAccess access = real.open(listener);
                return proxy(AwsAccess.class, access, (proxy, method, arguments) -> {
                    Object gateway = method.invoke(access, arguments);
                    boolean slow = method.getName().equals("drs") && target.equals(arguments[0]);
                    return slow ? slow((DrsGateway) gateway) : gateway;
                });
            }

            @Override
            public void close() {
                real.close();
            }
        };
    }

    private DrsGateway slow(DrsGateway real) {
        return proxy(DrsGateway.class, real, (proxy, method, arguments) -> {
            if (method.getName().equals(operation) && answered.getAndDecrement() <= 0) {
                hanging = true;
                released.await();
                hanging = false;
            }
            return method.invoke(real, arguments);
        });
    }

    private static <T> T proxy(Class<T> type, T real, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            try {
                return method.isDefault()
                        ? InvocationHandler.invokeDefault(self, method, args)
                        : handler.invoke(self, method, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    /** Lets the call go on, and all later ones. */
    void release() {
        released.countDown();
    }

    @Override
    public void close() {
        release();
        threads.shutdown();
    }
}
