package io.jenkins.plugins.drs.simulator.state;

import io.jenkins.plugins.drs.simulator.environment.AccountSpec;
import io.jenkins.plugins.drs.simulator.environment.Environment;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which access key belongs to whom. Signatures are not verified, since no secret is known; temporary keys
 * must come with their session token.
 */
public final class CredentialBook {
    private final Environment environment;
    private final Ids ids;
    private final Map<String, String> accountOfKey = new HashMap<>();
    private final Map<String, SessionCredentials> sessions = new HashMap<>();

    CredentialBook(Environment environment, Ids ids) {
        this.environment = environment;
        this.ids = ids;
        for (AccountSpec account : environment.accounts()) {
            account.accessKeys().forEach(key -> accountOfKey.put(key, account.accountId()));
        }
    }

    /** Why a key is not accepted. */
    public enum Refusal {
        UNKNOWN,
        EXPIRED
    }

    /** The caller, or why it is nobody. */
    public record Answer(Optional<Caller> caller, Optional<Refusal> refusal) {}

    /**
     * Finds who signs with a key.
     *
     * @param sessionToken as sent; empty when none was
     */
    public Answer identify(String accessKeyId, String sessionToken) {
        SessionCredentials session = sessions.get(accessKeyId);
        if (session != null) {
            return identify(session, sessionToken);
        }
        String account = accountOfKey.get(accessKeyId);
        if (account == null && environment.strictKeys()) {
            return refused(Refusal.UNKNOWN);
        }
        String owner = account == null ? environment.defaultAccount() : account;
        String arn = "arn:aws:iam::" + owner + ":user/simulated";
        String userId = ids.stable("AIDA", owner).toUpperCase(Locale.ROOT);
        return new Answer(Optional.of(new Caller(owner, accessKeyId, arn, userId)), Optional.empty());
    }

    /** Issues temporary credentials for a role's session, valid for a real time from now on. */
    public SessionCredentials issue(String accountId, String roleName, String sessionName, Duration validity) {
        String key = ids.fresh("ASIA").toUpperCase(Locale.ROOT).substring(0, 20);
        String roleId = ids.stable("AROA", accountId, roleName).toUpperCase(Locale.ROOT);
        Caller caller = new Caller(
                accountId,
                key,
                "arn:aws:sts::" + accountId + ":assumed-role/" + roleName + "/" + sessionName,
                roleId + ":" + sessionName);
        SessionCredentials session = new SessionCredentials(
                caller,
                ids.stable("secret", key) + ids.stable("", "more", key),
                "FwoGZXIvYXdzE" + ids.stable("", "token", key) + ids.stable("", "rest", key),
                Instant.now().plus(validity));
        sessions.put(key, session);
        return session;
    }

    /** Ends a role's session before its time; a key that is not of a session stays good. */
    public void expire(String accessKeyId) {
        sessions.computeIfPresent(
                accessKeyId,
                (key, session) -> new SessionCredentials(
                        session.caller(), session.secretAccessKey(), session.sessionToken(), Instant.EPOCH));
    }

    private static Answer identify(SessionCredentials session, String sessionToken) {
        if (!session.sessionToken().equals(sessionToken)) {
            return refused(Refusal.UNKNOWN);
        }
        return session.expiration().isBefore(Instant.now())
                ? refused(Refusal.EXPIRED)
                : new Answer(Optional.of(session.caller()), Optional.empty());
    }

    private static Answer refused(Refusal refusal) {
        return new Answer(Optional.empty(), Optional.of(refusal));
    }

    /**
     * Temporary credentials of an assumed role.
     *
     * @param expiration in real time: clients compare it with their own clock
     */
    public record SessionCredentials(Caller caller, String secretAccessKey, String sessionToken, Instant expiration) {}

    /**
     * Who calls.
     *
     * @param arn as GetCallerIdentity tells it
     * @param userId as GetCallerIdentity tells it
     */
    public record Caller(String accountId, String accessKeyId, String arn, String userId) {}
}
