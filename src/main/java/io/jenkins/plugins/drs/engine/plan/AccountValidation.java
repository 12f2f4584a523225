package io.jenkins.plugins.drs.engine.plan;

import java.util.Set;
import java.util.regex.Pattern;

/** Checks target accounts and references to them. */
final class AccountValidation {
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern ROLE = Pattern.compile("[A-Za-z0-9_+=,.@/-]{1,576}");

    /** As STS allows it in {@code AssumeRole.ExternalId}. */
    private static final Pattern EXTERNAL_ID = Pattern.compile("[A-Za-z0-9_+=,.@:/-]{2,1224}");

    private AccountValidation() {}

    static void check(TargetAccount account, JsonPointer at, Problems problems) {
        accountId(account.accountId(), at.child("accountId"), problems);
        if (!account.accountName().isEmpty()) {
            Texts.name("account name", account.accountName(), at.child("accountName"), problems);
        }
        role(account.assumeRoleName(), at.child("assumeRoleName"), problems);
        account.externalId()
                .filter(id -> !EXTERNAL_ID.matcher(id).matches())
                .ifPresent(id -> problems.error(
                        at.child("externalId"),
                        "Expected an external id of 2 to 1,224 characters, but got " + Shown.quoted(id),
                        "Write letters, digits and _+=,.@:/- only"));
    }

    private static void role(String role, JsonPointer at, Problems problems) {
        if (role.isBlank()) {
            problems.error(at, "The role is missing", "Name the role to assume in this account");
        } else if (role.startsWith("arn:")) {
            problems.error(at, "Expected the name of a role, but got the ARN " + Shown.quoted(role), "Write its name");
        } else if (!ROLE.matcher(role).matches()) {
            problems.error(
                    at,
                    "Expected the name of a role, but got " + Shown.quoted(role),
                    "Write letters, digits and _+=,.@- only");
        }
    }

    static void accountId(String accountId, JsonPointer at, Problems problems) {
        if (accountId.isBlank()) {
            problems.error(at, "The account id is missing", "Write its twelve digits in quotes");
        } else if (!ACCOUNT.matcher(accountId).matches()) {
            problems.error(
                    at,
                    "Expected an account id of twelve digits, but got " + Shown.quoted(accountId),
                    "Write twelve digits in quotes, leading zeros included");
        }
    }

    /** Reports a reference to an account that is malformed or not among the target accounts. */
    static void reference(Target target, Set<String> known, JsonPointer at, Problems problems) {
        if (target.accountId().isEmpty()) {
            return;
        }
        String accountId = target.accountId().get();
        if (!ACCOUNT.matcher(accountId).matches()) {
            accountId(accountId, at, problems);
        } else if (!known.contains(accountId)) {
            problems.error(
                    at,
                    "Account " + accountId + " is not among the targetAccounts",
                    "Add it there with the role to assume, or leave accountId out for the account of the caller");
        }
    }
}
