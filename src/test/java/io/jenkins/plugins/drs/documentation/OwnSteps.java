package io.jenkins.plugins.drs.documentation;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.beans.Introspector;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** The product's steps, as their classes tell them to Jenkins. */
final class OwnSteps {
    private static final List<OwnStep> ALL = find();

    private OwnSteps() {}

    /** A step of ours: its class beside its model. */
    record OwnStep(Class<? extends Step> type, StepModel model) {
        String name() {
            return model.name();
        }
    }

    static List<OwnStep> all() {
        return ALL;
    }

    private static List<OwnStep> find() {
        return new ClassFileImporter()
                .importPackages("io.jenkins.plugins.drs.plugin.steps").stream()
                        .filter(type -> type.isAssignableTo(StepDescriptor.class))
                        .map(JavaClass::reflect)
                        .filter(type -> type.getEnclosingClass() != null)
                        .filter(type -> Step.class.isAssignableFrom(type.getEnclosingClass()))
                        .map(OwnSteps::read)
                        .sorted(Comparator.comparing(OwnStep::name))
                        .toList();
    }

    private static OwnStep read(Class<?> descriptorType) {
        StepDescriptor descriptor = (StepDescriptor) make(descriptorType);
        Class<? extends Step> type = descriptorType.getEnclosingClass().asSubclass(Step.class);
        return new OwnStep(
                type, new StepModel(descriptor.getFunctionName(), arguments(type), takesBlock(descriptor), false));
    }

    private static Object make(Class<?> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }

    /** The signature of the method has no default; who does not override it takes none. */
    private static boolean takesBlock(StepDescriptor descriptor) {
        try {
            return descriptor.takesImplicitBlockArgument();
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }

    /** What Jenkins binds: parameters of the constructor, then setters. */
    static Map<String, Argument> arguments(Class<?> type) {
        Map<String, Argument> arguments = new LinkedHashMap<>();
        for (Parameter parameter : constructor(type).getParameters()) {
            arguments.put(
                    parameter.getName(),
                    new Argument(
                            parameter.getName(), parameter.getType(), Argument.Need.MANDATORY, Argument.Values.ANY));
        }
        Arrays.stream(type.getMethods())
                .filter(method -> method.isAnnotationPresent(DataBoundSetter.class))
                .sorted(Comparator.comparing(Method::getName))
                .forEach(setter -> {
                    String name = Introspector.decapitalize(setter.getName().substring("set".length()));
                    Argument argument = new Argument(
                            name,
                            setter.getParameterTypes()[0],
                            Argument.Need.OPTIONAL,
                            value -> refusal(type, setter, value));
                    arguments.put(name, argument);
                });
        return arguments;
    }

    /** A step with nothing but what its constructor wants, which gets texts. */
    static Step make(OwnStep step) throws ReflectiveOperationException {
        Constructor<?> constructor = constructor(step.type());
        Object[] texts = new Object[constructor.getParameterCount()];
        Arrays.fill(texts, "text");
        return (Step) constructor.newInstance(texts);
    }

    private static Constructor<?> constructor(Class<?> type) {
        return Arrays.stream(type.getConstructors())
                .filter(constructor -> constructor.isAnnotationPresent(DataBoundConstructor.class))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Expected a DataBoundConstructor in " + type));
    }

    /** Has a step look at a value itself. Signatures of Jenkins that it needs for that take everything. */
    private static Optional<String> refusal(Class<?> type, Method setter, Object value) {
        try {
            setter.invoke(Bare.instance(type), value);
            return Optional.empty();
        } catch (InvocationTargetException e) {
            return e.getCause() instanceof UnsupportedOperationException
                    ? Optional.empty()
                    : Optional.of(String.valueOf(e.getCause().getMessage()));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
