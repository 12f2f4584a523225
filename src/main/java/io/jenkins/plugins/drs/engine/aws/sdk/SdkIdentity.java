package io.jenkins.plugins.drs.engine.aws.sdk;

import static io.jenkins.plugins.drs.engine.aws.sdk.AnsweringEndpoint.ADDRESS;

import io.jenkins.plugins.drs.engine.aws.IdentityGateway;
import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
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
        AtomicReference<URI> address = new AtomicReference<>();
        return calls.run(
                "GetCallerIdentity",
                () -> sts.get()
                        .getCallerIdentity(request ->
                                request.overrideConfiguration(with -> with.putExecutionAttribute(ADDRESS, address))),
                answer -> new CallerIdentity(
                        AwsId.ACCOUNT.required(answer.account(), "Account"),
                        Required.text(answer.arn(), "Arn"),
                        AnsweringEndpoint.of(address.get(), answer.sdkHttpResponse())));
    }
}
