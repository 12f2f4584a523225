package io.jenkins.plugins.drs.engine.execution;

import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.AwsConnections;
import io.jenkins.plugins.drs.engine.aws.CallRecord.CallListener;
import io.jenkins.plugins.drs.engine.plan.Target;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Connections on which the answer of one operation is another than that of AWS. */
final class ChangedAnswers {
    private ChangedAnswers() {}

    /** For {@link DrillScenario#runBy}: {@code change} makes of a target and an answer of AWS what the engine gets. */
    static UnaryOperator<EngineRuntime> of(String operation, BiFunction<Target, Object, Object> change) {
        return usual -> new EngineRuntime(
                new AwsConnections() {
                    @Override
                    public AwsAccess open(CallListener listener) {
                        AwsAccess access = usual.connections().open(listener);
                        return changed(AwsAccess.class, access, (method, arguments, gateway) -> {
                            Class<?> type = AwsAccess.class
                                    .getMethod(method, Target.class)
                                    .getReturnType();
                            return changed(
                                    type,
                                    gateway,
                                    (call, given, answer) -> call.equals(operation)
                                            ? change.apply((Target) arguments[0], answer)
                                            : answer);
                        });
                    }

                    @Override
                    public void close() {
                        usual.connections().close();
                    }
                },
                usual.clock(),
                usual.executor(),
                usual.settings());
    }

    @FunctionalInterface
    private interface Change {
        Object of(String method, Object[] arguments, Object answer) throws Exception;
    }

    private static <T> T changed(Class<T> type, Object real, Change change) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.isDefault()) {
                        return InvocationHandler.invokeDefault(self, method, arguments);
                    }
                    try {
                        return change.of(method.getName(), arguments, method.invoke(real, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
