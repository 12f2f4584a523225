package io.jenkins.plugins.drs.engine.aws.sdk;

import static io.jenkins.plugins.drs.engine.aws.sdk.Answers.callerIdentity;
import static io.jenkins.plugins.drs.engine.aws.sdk.Answers.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

/** Credentials that change between two reads of them, as those of a profile and of an instance do. */
class ChangingCredentialsTest {
    private static final String SERVERS = "DescribeSourceServers";

    private final Deque<String> keys = new ArrayDeque<>();
    private final Wire wire = new Wire(settings -> SdkSettings.of(CredentialSource.provider(
                    () -> () -> AwsBasicCredentials.create(keys.size() > 1 ? keys.poll() : keys.peek(), "secret")))
            .withEndpoint(settings.endpoint().orElseThrow()));

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void shouldSignACallWithTheCredentialsThatWereChecked() {
        wire.server
                .answer("GetCallerIdentity", callerIdentity(Wire.OWN_ACCOUNT))
                .answer(SERVERS, json("{\"items\":[]}"));
        keys.add("AKIDONE");
        wire.access.identity(Wire.OWN).whoAmI();

        keys.add("AKIDTWO");
        wire.access.drs(Wire.OWN).sourceServers();

        assertThat(wire.server.only(SERVERS).header("Authorization")).contains("AKIDONE");
    }

    @Test
    void shouldTakeNoOtherCredentialsForThoseThatItAskedWith() {
        wire.server.answer("GetCallerIdentity", callerIdentity(Wire.OWN_ACCOUNT), callerIdentity(Wire.OTHER_ACCOUNT));
        keys.addAll(List.of("AKIDONE", "AKIDTWO"));
        wire.access.identity(Wire.OWN).whoAmI();

        var failure = Wire.failureOf(() -> wire.access.drs(Wire.OWN).sourceServers());

        assertThat(failure.kind()).isEqualTo(FailureKind.WRONG_PLACE);
        assertThat(wire.server.requests(SERVERS)).isEmpty();
        assertThat(wire.server.requests("GetCallerIdentity"))
                .extracting(request -> request.header("Authorization").replaceFirst(".*Credential=(\\w+)/.*", "$1"))
                .containsExactly("AKIDONE", "AKIDTWO");
    }
}
