package io.jenkins.plugins.drs.simulator.sts;

import static io.jenkins.plugins.drs.simulator.shape.Shape.integer;
import static io.jenkins.plugins.drs.simulator.shape.Shape.string;
import static io.jenkins.plugins.drs.simulator.shape.Shape.structure;
import static java.util.Map.entry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.environment.AccountSpec.RoleSpec;
import io.jenkins.plugins.drs.simulator.service.AwsService;
import io.jenkins.plugins.drs.simulator.service.Call;
import io.jenkins.plugins.drs.simulator.service.Operation;
import io.jenkins.plugins.drs.simulator.shape.Shape;
import io.jenkins.plugins.drs.simulator.state.CredentialBook.SessionCredentials;
import io.jenkins.plugins.drs.simulator.wire.AwsError;
import io.jenkins.plugins.drs.simulator.wire.Json;
import io.jenkins.plugins.drs.simulator.wire.Protocol;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** STS, as far as the product uses it. */
public final class StsService {
    private static final Shape ASSUME_ROLE = structure()
            .required("RoleArn", string(20, 2048))
            .required("RoleSessionName", string(2, 64).pattern("[\\w+=,.@-]*"))
            .optional("DurationSeconds", integer(900, 43_200))
            .optional("ExternalId", string(2, 1224).pattern("[\\w+=,.@:/-]*"))
            .optional("SourceIdentity", string(2, 64).pattern("[\\w+=,.@-]*"));

    private StsService() {}

    /** Its operations. */
    public static AwsService create() {
        return new AwsService(
                "sts",
                Protocol.STS_QUERY,
                Map.ofEntries(
                        entry("GetCallerIdentity", Operation.of(structure(), StsService::callerIdentity)),
                        entry("AssumeRole", Operation.of(ASSUME_ROLE, RoleAssumption::assume))),
                region -> {});
    }

    private static ObjectNode callerIdentity(Call call) {
        return Json.object()
                .put("Arn", call.caller().arn())
                .put("UserId", call.caller().userId())
                .put("Account", call.caller().accountId());
    }

    /** AssumeRole: for roles that the environment declares, and callers who know their external id. */
    private static final class RoleAssumption {
        private static final Pattern ROLE_ARN =
                Pattern.compile("arn:aws:iam::([0-9]{12}):role/(?:[!-~]+/)?([\\w+=,.@-]+)");
        private static final Duration DEFAULT_DURATION = Duration.ofHours(1);
        /** Longest session of a role that was assumed from another role. */
        private static final Duration LONGEST_CHAINED = Duration.ofHours(1);

        private RoleAssumption() {}

        static ObjectNode assume(Call call) {
            String roleArn = call.text("RoleArn").orElseThrow();
            Matcher arn = ROLE_ARN.matcher(roleArn);
            if (!arn.matches()) {
                throw new AwsError(400, "ValidationError", roleArn + " is invalid");
            }
            String account = arn.group(1);
            String role = arn.group(2);
            if (!mayAssume(call, account, role)) {
                throw new AwsError(
                        403,
                        "AccessDenied",
                        "User: " + call.caller().arn() + " is not authorized to perform: sts:AssumeRole on resource: "
                                + roleArn);
            }
            SessionCredentials session = call.world()
                    .credentials()
                    .issue(account, role, call.text("RoleSessionName").orElseThrow(), duration(call));
            return answer(session);
        }

        private static boolean mayAssume(Call call, String account, String roleName) {
            return call.world().environment().account(account).stream()
                    .flatMap(spec -> spec.roles().stream())
                    .filter(role -> role.roleName().equals(roleName))
                    .anyMatch(role -> knowsExternalId(call, role));
        }

        private static boolean knowsExternalId(Call call, RoleSpec role) {
            return role.externalId() == null
                    || role.externalId().equals(call.text("ExternalId").orElse(null));
        }

        private static Duration duration(Call call) {
            Duration wanted = call.input().hasNonNull("DurationSeconds")
                    ? Duration.ofSeconds(call.input().path("DurationSeconds").asLong())
                    : DEFAULT_DURATION;
            boolean chained = call.caller().arn().contains(":assumed-role/");
            if (chained && wanted.compareTo(LONGEST_CHAINED) > 0) {
                throw new AwsError(
                        400,
                        "ValidationError",
                        "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role"
                                + " chaining.");
            }
            return wanted;
        }

        private static ObjectNode answer(SessionCredentials session) {
            ObjectNode output = Json.object();
            output.putObject("Credentials")
                    .put("AccessKeyId", session.caller().accessKeyId())
                    .put("SecretAccessKey", session.secretAccessKey())
                    .put("SessionToken", session.sessionToken())
                    .put("Expiration", Json.time(session.expiration()));
            output.putObject("AssumedRoleUser")
                    .put("AssumedRoleId", session.caller().userId())
                    .put("Arn", session.caller().arn());
            return output;
        }
    }
}
