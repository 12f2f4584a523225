package io.jenkins.plugins.drs.plugin.steps;

import hudson.EnvVars;
import hudson.model.AbstractBuild;
import hudson.model.ParameterValue;
import hudson.model.ParametersAction;
import hudson.model.Run;
import hudson.util.Secret;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Variables that a step sees now; once it has ended, those that it saw last. */
final class BuildEnvironment implements Supplier<EnvVars> {
    private static final Logger LOGGER = Logger.getLogger(BuildEnvironment.class.getName());

    private final StepContext context;
    private EnvVars last = new EnvVars();
    private Map<String, String> lastMasked = Map.of();

    BuildEnvironment(StepContext context) {
        this.context = context;
    }

    /** Values that the build masks where the step stands, by variable; once the step has ended, those that it saw last. */
    synchronized Map<String, String> masked() {
        try {
            EnvironmentExpander expander = context.get(EnvironmentExpander.class);
            Set<String> sensitive = expander == null ? Set.of() : expander.getSensitiveVariables();
            Map<String, String> now = BuildMasks.of(context.get(Run.class), get(), sensitive);
            if (!now.isEmpty()) {
                lastMasked = now;
            }
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "The step has ended; what was masked last is used", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return lastMasked;
    }

    @Override
    public synchronized EnvVars get() {
        try {
            EnvVars now = context.get(EnvVars.class);
            if (now != null) {
                last = now;
            }
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "The step has ended; its last environment is used", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return last;
    }

    /** What a build takes for secret: password parameters, and variables that wrappers and steps declare to be so. */
    static final class BuildMasks {
        private BuildMasks() {}

        /** Values of a Freestyle build, by variable. */
        static Map<String, String> of(AbstractBuild<?, ?> build, EnvVars environment) {
            return of(build, environment, build.getSensitiveBuildVariables());
        }

        /** Values of the build's password parameters and of the variables that are named, by variable. */
        static Map<String, String> of(Run<?, ?> build, EnvVars environment, Collection<String> sensitive) {
            Map<String, String> masked = new TreeMap<>();
            ParametersAction parameters = build == null ? null : build.getAction(ParametersAction.class);
            if (parameters != null) {
                for (ParameterValue parameter : parameters.getParameters()) {
                    if (parameter.isSensitive() && parameter.getValue() != null) {
                        masked.put(parameter.getName(), text(parameter.getValue()));
                    }
                }
            }
            for (String variable : sensitive) {
                String value = environment.get(variable);
                if (value != null) {
                    masked.put(variable, value);
                }
            }
            return masked;
        }

        /** A value as it is handed to runbooks. */
        static String text(Object value) {
            return value instanceof Secret secret ? secret.getPlainText() : String.valueOf(value);
        }
    }
}
