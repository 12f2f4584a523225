package io.jenkins.plugins.drs.engine.aws.sdk;

import io.jenkins.plugins.drs.engine.aws.sdk.UnreadableAnswerException.Incomplete;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Forms of the ids that AWS gives. The SDK turns any JSON value into text, such as {@code 5} or a brace, which must
 * never be taken for the id of something that runs.
 */
enum AwsId {
    ACCOUNT("[0-9]{12}"),
    AUTOMATION("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"),
    INSTANCE("i-[0-9a-fA-F]{8,32}"),
    JOB("drsjob-[0-9a-zA-Z]{17}"),
    LAUNCH_TEMPLATE("lt-[0-9a-z]{8,17}"),
    SNAPSHOT("pit-[0-9a-zA-Z]{17}"),
    SOURCE_SERVER("s-[0-9a-zA-Z]{17}");

    private final Pattern form;

    AwsId(String form) {
        this.form = Pattern.compile(form);
    }

    /**
     * The id itself.
     *
     * @param what names it as AWS does
     * @throws Incomplete when it is null or has another form
     */
    String required(String id, String what) {
        return optional(id, what).orElseThrow(() -> new Incomplete(what));
    }

    /**
     * The id itself; empty when it is null or blank.
     *
     * @throws Incomplete when it has another form
     */
    Optional<String> optional(String id, String what) {
        if (id == null || id.isBlank()) {
            return Optional.empty();
        }
        if (!form.matcher(id).matches()) {
            throw new Incomplete(what + " in the form of AWS");
        }
        return Optional.of(id);
    }
}
