package io.jenkins.plugins.drs.engine.aws.sdk;

import io.jenkins.plugins.drs.engine.aws.SecretGateway.Secret;
import io.jenkins.plugins.drs.engine.plan.DynamicReference;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.Parameter;

/** The SSM Parameter Store. */
record ParameterStore(Supplier<SsmClient> ssm, CallRunner calls) {
    /** The parameter's value, in clear; a version is asked for as {@code name:version}. */
    Secret value(DynamicReference reference) {
        String name = reference
                .version()
                .map(version -> reference.name() + ":" + version)
                .orElse(reference.name());
        return calls.run(
                "GetParameter",
                () -> ssm.get().getParameter(r -> r.name(name).withDecryption(true)),
                answer -> secret(Required.value(answer.parameter(), "Parameter"), reference.name()));
    }

    /** Parameters of other accounts are asked for by their ARN. */
    private static Secret secret(Parameter parameter, String asked) {
        if (!asked.equals(parameter.arn())) {
            Required.about(parameter.name(), asked, "Parameter.Name");
        }
        return new Secret(
                Required.value(parameter.value(), "Parameter.Value"),
                Optional.ofNullable(parameter.version()).map(String::valueOf));
    }
}
