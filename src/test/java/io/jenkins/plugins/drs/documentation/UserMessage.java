package io.jenkins.plugins.drs.documentation;

import java.util.Optional;

/**
 * A sentence that tells a user that something is not as it should be.
 *
 * @param text with {@code …} for what is not known beforehand
 * @param remedy what the program itself says to do about it, if it does
 */
record UserMessage(Where where, String text, Optional<String> remedy) {
    /** Where users meet it. */
    enum Where {
        CHECK,
        DOCUMENT,
        COMMAND_LINE,
        JENKINS
    }
}
