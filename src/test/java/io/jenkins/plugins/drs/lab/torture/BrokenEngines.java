package io.jenkins.plugins.drs.lab.torture;

import io.jenkins.plugins.drs.engine.aws.AutomationGateway;
import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.AwsConnections;
import io.jenkins.plugins.drs.engine.aws.CallRecord.CallListener;
import io.jenkins.plugins.drs.engine.aws.ComputeGateway;
import io.jenkins.plugins.drs.engine.aws.ComputeGateway.ComputeInstance;
import io.jenkins.plugins.drs.engine.aws.ComputeGateway.InstanceChecks;
import io.jenkins.plugins.drs.engine.aws.DrsGateway;
import io.jenkins.plugins.drs.engine.aws.DrsGateway.RecoveryInstance;
import io.jenkins.plugins.drs.engine.aws.IdentityGateway;
import io.jenkins.plugins.drs.engine.aws.IdentityGateway.CallerIdentity;
import io.jenkins.plugins.drs.engine.aws.RecoveryJob;
import io.jenkins.plugins.drs.engine.aws.SecretGateway;
import io.jenkins.plugins.drs.engine.aws.SecretGateway.Secret;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionStarted;
import io.jenkins.plugins.drs.engine.event.RunOptions;
import io.jenkins.plugins.drs.engine.event.RunOptions.HostFindings;
import io.jenkins.plugins.drs.engine.execution.EngineRuntime;
import io.jenkins.plugins.drs.engine.execution.EngineSettings;
import io.jenkins.plugins.drs.engine.journal.Disk;
import io.jenkins.plugins.drs.engine.plan.Endpoint;
import io.jenkins.plugins.drs.engine.quota.QuotaLimits;
import io.jenkins.plugins.drs.engine.term.Mode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Engines with one thing wrong each: the product's engine, with a lie put between it and what it relies on. */
final class BrokenEngines {
    private BrokenEngines() {}

    /** A host that drills where somebody asked for a check. */
    static Engine drillingForChecks() {
        return new Engine() {
            @Override
            public ExecutionStarted begun(ExecutionStarted asked) {
                return with(asked, asked.mode() == Mode.CHECK ? Mode.DRILL : asked.mode(), asked.options());
            }
        };
    }

    /** A host that lets nobody confirm a recovery. */
    static Engine askingNobody() {
        return new Engine() {
            @Override
            public ExecutionStarted begun(ExecutionStarted asked) {
                return with(asked, asked.mode(), asked.options().with(HostFindings.NONE));
            }
        };
    }

    private static ExecutionStarted with(ExecutionStarted asked, Mode mode, RunOptions options) {
        return new ExecutionStarted(
                asked.executionId(),
                mode,
                asked.planName(),
                asked.configuration(),
                asked.configurationHash(),
                options,
                asked.origin());
    }

    /** Never finds the job of a launch whose answer was lost, so it launches again. */
    static Engine forgettingLaunches() {
        return lying(DrsGateway.class, (method, arguments, real) -> {
            Object found = real.get();
            return method.equals("jobsSince") ? List.of() : onlyKnown(method, arguments, found);
        });
    }

    /** Sees no jobs but those that it asks for by their ids. */
    static Engine blindToOthers() {
        return lying(DrsGateway.class, (method, arguments, real) -> onlyKnown(method, arguments, real.get()));
    }

    static Object onlyKnown(String method, Object[] arguments, Object answer) {
        return switch (method) {
            case "recentJobs" -> List.of();
            case "jobsAndRecent" ->
                ((List<?>) answer)
                        .stream()
                                .filter(job -> ((Collection<?>) arguments[0]).contains(((RecoveryJob) job).jobId()))
                                .toList();
            default -> answer;
        };
    }

    /** Starts a runbook again with a new token. */
    static Engine changingTokens() {
        return lying(AutomationGateway.class, (method, arguments, real) -> {
            if (method.equals("start")) {
                arguments[3] = UUID.randomUUID().toString();
            }
            return real.get();
        });
    }

    /** Takes down all but the last instance, and sees none from then on. */
    static Engine blindToInstances() {
        boolean[] blind = {false};
        return lying(DrsGateway.class, (method, arguments, real) -> {
            blind[0] = method.equals("terminate") || blind[0] && !method.equals("startRecovery");
            if (method.equals("terminate")) {
                leaveOne(arguments);
            }
            Object answer = real.get();
            return blind[0] && method.equals("recoveryInstances") ? List.of() : answer;
        });
    }

    private static void leaveOne(Object[] arguments) {
        List<?> ids = (List<?>) arguments[0];
        if (ids.size() > 1) {
            arguments[0] = ids.subList(0, ids.size() - 1);
        }
    }

    /** Takes down, with its own, every instance that there is. */
    static Engine takingWhatIsOthers() {
        return changed(runtime -> new EngineRuntime(
                connections(runtime.connections(), AwsAccess.class, (method, arguments, real) -> {
                    Object opened = real.get();
                    return opened instanceof DrsGateway drs
                            ? proxy(DrsGateway.class, drs, (call, given, honest) -> {
                                if (call.equals("terminate")) {
                                    given[0] = drs.recoveryInstances(List.of()).stream()
                                            .map(RecoveryInstance::recoveryInstanceId)
                                            .toList();
                                }
                                return honest.get();
                            })
                            : opened;
                }),
                runtime.clock(),
                runtime.executor(),
                runtime.settings()));
    }

    /** Its disk says that something was written before it was: a crash takes the last bytes with it. */
    static Engine losingTheTail() {
        return new Engine() {
            @Override
            public long survivors(long bytes) {
                return Math.max(0, bytes - 700);
            }
        };
    }

    /** Finds the same account at the same endpoint wherever it is. */
    static Engine takingAnyWorldForItsOwn() {
        Endpoint same = new Endpoint(Endpoint.Kind.SIMULATOR, "http://127.0.0.1:9", Optional.of("same"));
        return lying(IdentityGateway.class, (method, arguments, real) -> {
            CallerIdentity found = (CallerIdentity) real.get();
            return new CallerIdentity(found.accountId(), found.arn(), same);
        });
    }

    /** Its journal takes no more, and people are told of nothing that runs. */
    static Engine tellingNothing() {
        return new Engine() {
            @Override
            public List<String> told(Path journal) {
                return List.of();
            }
        };
    }

    /** Says of a damaged journal only what its readable part tells. */
    static Engine believingHalfAJournal() {
        return new Engine() {
            @Override
            public List<String> told(Path journal) {
                return Engine.super.told(journal).stream()
                        .filter(line -> !line.contains("DrsOrchestrationExecution"))
                        .toList();
            }
        };
    }

    /** Does not know a journal again that a second process reaches by another name. */
    static Engine lettingASecondProcessIn() {
        return new Engine() {
            @Override
            public Path journalOfAnother(Path journal) {
                try {
                    return Files.createLink(journal.resolveSibling("other.jsonl"), journal);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    /** Takes no notice of writes that fail. */
    static Engine goingOnWithoutAJournal() {
        return changed(runtime -> new EngineRuntime(
                runtime.connections(),
                runtime.clock(),
                runtime.executor(),
                runtime.settings(),
                runtime.others(),
                runtime.shared(),
                file -> proxy(Disk.Store.class, runtime.disk().open(file), (method, arguments, real) -> {
                    try {
                        return real.get();
                    } catch (IOException e) {
                        return null;
                    }
                })));
    }

    /** Believes in limits twice as high. */
    static Engine exceedingLimits() {
        return changed(runtime -> {
            EngineSettings settings = runtime.settings();
            QuotaLimits limits = settings.limits();
            QuotaLimits higher = new QuotaLimits(
                    2 * limits.concurrentJobs(), 2 * limits.serversPerJob(), 2 * limits.serversInAllJobs());
            return new EngineRuntime(
                    runtime.connections(),
                    runtime.clock(),
                    runtime.executor(),
                    new EngineSettings(settings.timing(), settings.retries(), settings.experience(), higher));
        });
    }

    /** Takes every instance for healthy. */
    static Engine seeingOnlyHealth() {
        return lying(ComputeGateway.class, (method, arguments, real) -> {
            Object answer = real.get();
            return method.equals("instances") || method.equals("checks")
                    ? ((List<?>) answer).stream().map(BrokenEngines::healthy).toList()
                    : answer;
        });
    }

    private static Object healthy(Object answer) {
        return answer instanceof InstanceChecks checks
                ? new InstanceChecks(checks.instanceId(), "running", "ok", "ok")
                : healthy((ComputeInstance) answer);
    }

    private static ComputeInstance healthy(ComputeInstance real) {
        return new ComputeInstance(
                real.instanceId(), "running", real.instanceType(), real.privateIp(), real.launched(), "ok", "ok");
    }

    /** Does not know which secrets it has to take out of a runbook's words. */
    static Engine forgettingSecrets() {
        String[] real = {""};
        return changed(runtime -> new EngineRuntime(
                connections(runtime.connections(), AwsAccess.class, (method, arguments, honest) -> {
                    Object opened = honest.get();
                    if (opened instanceof SecretGateway secrets) {
                        return (SecretGateway) reference -> {
                            Secret secret = secrets.resolve(reference);
                            real[0] = secret.value();
                            return new Secret("something else", secret.version());
                        };
                    }
                    return opened instanceof AutomationGateway automation ? telling(automation, real) : opened;
                }),
                runtime.clock(),
                runtime.executor(),
                runtime.settings()));
    }

    /** Gives runbooks the secret that the engine does not know. */
    private static AutomationGateway telling(AutomationGateway automation, String[] real) {
        return proxy(AutomationGateway.class, automation, (method, arguments, honest) -> {
            if (method.equals("start")) {
                Map<String, List<String>> parameters = new TreeMap<>();
                ((Map<?, ?>) arguments[2])
                        .forEach((name, values) -> parameters.put(
                                (String) name,
                                ((List<?>) values)
                                        .stream()
                                                .map(value -> ((String) value).replace("something else", real[0]))
                                                .toList()));
                arguments[2] = parameters;
            }
            return honest.get();
        });
    }

    /** Takes what the machine's clock shows for the time. */
    static Engine believingTheClock() {
        return changed(runtime -> {
            MachineClock machine = (MachineClock) runtime.clock();
            return new EngineRuntime(runtime.connections(), machine::shown, runtime.executor(), runtime.settings());
        });
    }

    @FunctionalInterface
    interface Real {
        Object get() throws Throwable;
    }

    @FunctionalInterface
    interface Lie {
        Object answer(String method, Object[] arguments, Real real) throws Throwable;
    }

    static Engine changed(UnaryOperator<EngineRuntime> change) {
        return new Engine() {
            @Override
            public EngineRuntime runtime(EngineRuntime usual) {
                return change.apply(usual);
            }
        };
    }

    private static Engine lying(Class<?> gateway, Lie lie) {
        return changed(runtime -> new EngineRuntime(
                connections(runtime.connections(), gateway, lie),
                runtime.clock(),
                runtime.executor(),
                runtime.settings()));
    }

    private static AwsConnections connections(AwsConnections real, Class<?> gateway, Lie lie) {
        return new AwsConnections() {
            @Override
            public AwsAccess open(CallListener listener) {
                AwsAccess access = real.open(listener);
                if (gateway == AwsAccess.class) {
                    return proxy(AwsAccess.class, access, lie);
                }
                return proxy(AwsAccess.class, access, (method, arguments, honest) -> {
                    Object opened = honest.get();
                    return gateway.isInstance(opened) ? proxy(gateway, opened, lie) : opened;
                });
            }

            @Override
            public void close() {
                real.close();
            }
        };
    }

    static <T> T proxy(Class<T> type, Object real, Lie lie) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> method.isDefault()
                        ? InvocationHandler.invokeDefault(self, method, arguments)
                        : lie.answer(method.getName(), arguments, () -> {
                            try {
                                return method.invoke(real, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        })));
    }
}
