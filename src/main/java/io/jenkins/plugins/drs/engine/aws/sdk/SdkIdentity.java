package io.jenkins.plugins.drs.engine.aws.sdk;

import io.jenkins.plugins.drs.engine.aws.IdentityGateway;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sts.StsClient;

/** STS. */
final class SdkIdentity implements IdentityGateway {
    private final Supplier<StsClient> sts;
    private final CallRunner calls;

    SdkIdentity(Supplier<StsClient> sts, CallRunner calls) {
        this.sts = sts;
        this.calls = calls;
    }

    @Override
    public CallerIdentity whoAmI() {
        return calls.run(
                "GetCallerIdentity",
                () -> sts.get().getCallerIdentity(),
                answer -> new CallerIdentity(
                        Required.text(answer.account(), "Account"), Required.text(answer.arn(), "Arn")));
    }
}
