package io.jenkins.plugins.drs.engine.aws.sdk;

import io.jenkins.plugins.drs.engine.aws.AutomationGateway;
import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.CallRecord.CallListener;
import io.jenkins.plugins.drs.engine.aws.ComputeGateway;
import io.jenkins.plugins.drs.engine.aws.DrsGateway;
import io.jenkins.plugins.drs.engine.aws.IdentityGateway;
import io.jenkins.plugins.drs.engine.aws.IdentityGateway.CallerIdentity;
import io.jenkins.plugins.drs.engine.aws.SecretGateway;
import io.jenkins.plugins.drs.engine.aws.sdk.CallRunner.CallLog;
import io.jenkins.plugins.drs.engine.aws.sdk.SdkSecrets.ParameterStore;
import io.jenkins.plugins.drs.engine.aws.sdk.SdkSecrets.SecretStore;
import io.jenkins.plugins.drs.engine.plan.Target;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** Gateways over the shared clients; every call is told to {@code listener}. */
record SdkAccess(
        SdkClients clients,
        TargetCredentials credentials,
        ProvenPlaces places,
        CallListener listener,
        InstantSource clock)
        implements AwsAccess {
    @Override
    public IdentityGateway identity(Target target) {
        return () -> {
            AtomicReference<AwsCredentials> asked = new AtomicReference<>();
            CallerIdentity identity = whoAmI(target, (operation, used) -> asked.set(used));
            clients.requireSame(identity.endpoint(), target, credentials.of(target));
            places.proven(target, identity, asked.get());
            return identity;
        };
    }

    private CallerIdentity whoAmI(Target target, CallRunner.Guard guard) {
        var caller = credentials.of(target);
        CallRunner asking = new CallRunner("sts", log(target), caller, guard);
        CallerIdentity told = new SdkIdentity(() -> clients.sts(target, caller), asking).whoAmI();
        return new CallerIdentity(told.accountId(), told.arn(), clients.withServices(told.endpoint(), target, caller));
    }

    @Override
    public DrsGateway drs(Target target) {
        return new SdkDrs(clients.drs(target, credentials.of(target)), calls("drs", target));
    }

    @Override
    public AutomationGateway automation(Target target) {
        return new SdkAutomation(clients.ssm(target, credentials.of(target)), calls("ssm", target));
    }

    @Override
    public ComputeGateway compute(Target target) {
        return new SdkCompute(clients.ec2(target, credentials.of(target)), calls("ec2", target));
    }

    @Override
    public SecretGateway secrets(Target target) {
        var caller = credentials.of(target);
        return new SdkSecrets(
                new SecretStore(() -> clients.secretsManager(target, caller), calls("secretsmanager", target)),
                new ParameterStore(() -> clients.ssm(target, caller), calls("ssm", target)));
    }

    private CallRunner calls(String service, Target target) {
        return new CallRunner(
                service,
                log(target),
                credentials.of(target),
                (operation, used) ->
                        places.require(target, operation, used, () -> whoAmI(target, CallRunner.Guard.NONE)));
    }

    private CallLog log(Target target) {
        return new CallLog(target, listener, clock);
    }
}
