package io.jenkins.plugins.drs.plugin.steps;

import hudson.EnvVars;
import hudson.model.AbstractBuild;
import hudson.model.ParameterValue;
import hudson.model.ParametersAction;
import hudson.model.Run;
import hudson.util.Secret;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** What a build takes for secret: password parameters, and variables that wrappers and steps declare to be so. */
final class BuildMasks {
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
