package io.jenkins.plugins.drs.lab.torture;

import static io.jenkins.plugins.drs.lab.torture.BrokenEngines.proxy;

import io.jenkins.plugins.drs.engine.aws.AutomationGateway;
import io.jenkins.plugins.drs.engine.aws.AutomationGateway.AutomationExecution;
import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.AwsConnections;
import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.CallRecord.CallListener;
import io.jenkins.plugins.drs.engine.aws.DrsGateway.RecoveryInstance;
import io.jenkins.plugins.drs.engine.aws.RecoveryJob;
import io.jenkins.plugins.drs.engine.aws.SecretGateway;
import io.jenkins.plugins.drs.engine.aws.SecretGateway.Secret;
import io.jenkins.plugins.drs.engine.execution.EngineRuntime;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Engines that believe what is answered, wherever it comes from and whatever it is. */
final class CredulousEngines {
    private CredulousEngines() {}

    /** Takes where its calls lead now for where the execution works. */
    static Engine followingItsCalls() {
        return each((arguments, call, access, target) -> {
            try {
                return call.get();
            } catch (AwsFailure failure) {
                if (failure.kind() != FailureKind.WRONG_PLACE) {
                    throw failure;
                }
                access.identity(target).whoAmI();
                return call.get();
            }
        });
    }

    /** Takes for refused what was answered with something that nobody expects. */
    static Engine takingStrangeAnswersForNo() {
        return each((arguments, call, access, target) -> {
            try {
                return call.get();
            } catch (AwsFailure failure) {
                throw failure.kind() == FailureKind.UNREADABLE ? refused(failure.details()) : failure;
            }
        });
    }

    private static AwsFailure refused(AwsFailure.Details told) {
        return new AwsFailure(
                new AwsFailure.Details(
                        FailureKind.INVALID,
                        told.operation(),
                        told.code(),
                        told.message(),
                        told.requestId(),
                        told.retryAfter()),
                null);
    }

    /** Takes for done what was answered with something that nobody expects, and asks no more about it. */
    static Engine takingStrangeAnswersForYes() {
        Set<String> gone = new HashSet<>();
        return each((arguments, call, access, target) -> {
            try {
                Object answer = call.get();
                return answer instanceof List<?> list ? without(gone, list) : answer;
            } catch (AwsFailure failure) {
                if (failure.kind() != FailureKind.UNREADABLE) {
                    throw failure;
                }
                return done(failure, arguments, gone);
            }
        });
    }

    private static List<?> without(Set<String> gone, List<?> answer) {
        return answer.stream()
                .map(one -> one instanceof RecoveryInstance instance && gone.contains(instance.recoveryInstanceId())
                        ? terminated(instance)
                        : one)
                .toList();
    }

    private static RecoveryInstance terminated(RecoveryInstance real) {
        return new RecoveryInstance(
                real.recoveryInstanceId(),
                real.sourceServerId(),
                real.ec2InstanceId(),
                "TERMINATED",
                real.jobId(),
                real.drill(),
                real.pointInTime());
    }

    @SuppressWarnings("unchecked")
    private static Object done(AwsFailure failure, Object[] arguments, Set<String> gone) {
        return switch (failure.details().operation()) {
            case "ssm:StartAutomationExecution" -> UUID.randomUUID().toString();
            case "drs:StartRecovery" -> job("LAUNCH", (Map<String, String>) arguments[2]);
            case "drs:TerminateRecoveryInstances" -> {
                gone.addAll((List<String>) arguments[0]);
                yield job("TERMINATE", Map.of());
            }
            default -> throw failure;
        };
    }

    private static RecoveryJob job(String type, Map<String, String> tags) {
        String id = "drsjob-0123456789abcdef0";
        return new RecoveryJob(id, type, "", "PENDING", Instant.EPOCH, Optional.empty(), List.of(), tags, true);
    }

    /** Takes secrets out of what a runbook says as they are, and in no form that can be made of them. */
    static Engine hidingSecretsInTheirOwnFormOnly() {
        Map<String, String> values = new TreeMap<>();
        return through((access, target, gateway) -> {
            if (gateway instanceof SecretGateway secrets) {
                return (SecretGateway) reference -> standIn(secrets.resolve(reference), values);
            }
            if (gateway instanceof AutomationGateway automation) {
                return proxy(AutomationGateway.class, automation, (method, arguments, real) -> {
                    if (method.equals("start")) {
                        arguments[2] = all((Map<?, ?>) arguments[2], text -> put(text, values));
                    }
                    Object answer = real.get();
                    return answer instanceof AutomationExecution said ? hidden(said, values) : answer;
                });
            }
            return gateway;
        });
    }

    private static Secret standIn(Secret secret, Map<String, String> values) {
        String standIn = "stand-in-number-" + Integer.toHexString(secret.value().hashCode());
        values.put(standIn, secret.value());
        return new Secret(standIn, secret.version());
    }

    private static String put(String text, Map<String, String> values) {
        String all = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            all = all.replace(value.getKey(), value.getValue());
        }
        return all;
    }

    private static String hide(String text, Map<String, String> values) {
        String all = text;
        for (String value : values.values()) {
            all = all.replace(value, "****").replace(value.strip(), "****");
        }
        return all;
    }

    private static AutomationExecution hidden(AutomationExecution said, Map<String, String> values) {
        return new AutomationExecution(
                said.executionId(),
                said.documentName(),
                said.status(),
                said.failureMessage().map(text -> hide(text, values)),
                all(said.outputs(), text -> hide(text, values)),
                said.currentStep(),
                said.started(),
                said.ended());
    }

    private static Map<String, List<String>> all(Map<?, ?> lists, UnaryOperator<String> change) {
        Map<String, List<String>> changed = new TreeMap<>();
        lists.forEach((name, texts) -> changed.put(
                (String) name,
                ((List<?>) texts)
                        .stream().map(text -> change.apply((String) text)).toList()));
        return changed;
    }

    @FunctionalInterface
    private interface Belief {
        Object answer(Object[] arguments, BrokenEngines.Real call, AwsAccess access, Target target) throws Throwable;
    }

    @FunctionalInterface
    private interface Change {
        Object gateway(AwsAccess access, Target target, Object real);
    }

    /** An engine that believes this of each of its calls, but of those that tell where it is. */
    private static Engine each(Belief belief) {
        return through((access, target, gateway) -> {
            Class<?> type = gateway.getClass().getInterfaces()[0];
            boolean tellsWhere = type.getSimpleName().equals("IdentityGateway");
            return tellsWhere
                    ? gateway
                    : proxy(type, gateway, (method, arguments, real) -> belief.answer(arguments, real, access, target));
        });
    }

    private static Engine through(Change change) {
        return BrokenEngines.changed(runtime -> new EngineRuntime(
                connections(runtime.connections(), change),
                runtime.clock(),
                runtime.executor(),
                runtime.settings(),
                runtime.others(),
                runtime.shared(),
                runtime.disk()));
    }

    private static AwsConnections connections(AwsConnections real, Change change) {
        return new AwsConnections() {
            @Override
            public AwsAccess open(CallListener listener) {
                AwsAccess access = real.open(listener);
                return proxy(
                        AwsAccess.class,
                        access,
                        (method, arguments, honest) -> change.gateway(access, (Target) arguments[0], honest.get()));
            }

            @Override
            public void close() {
                real.close();
            }
        };
    }
}
