package io.jenkins.plugins.drs.engine.execution.core;

import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import java.util.Set;

/** Ids in answers to calls that begin something. */
public final class NewId {
    private NewId() {}

    /**
     * The id itself.
     *
     * @param known ids of what earlier calls began
     * @throws AwsFailure when it is one of them: something on the way gave the answer to an earlier call once more
     */
    public static String of(String operation, String id, Set<String> known) {
        if (known.contains(id)) {
            throw AwsFailure.unreadable(
                    operation,
                    "Expected the id of something new, but the answer names " + id
                            + ", which an earlier call began, so whether this call began anything is not known");
        }
        return id;
    }
}
