package io.jenkins.plugins.drs.engine.aws.sdk;

import java.io.IOException;
import java.io.Serial;

/** Something answered, but not as AWS answers this call. Its message never quotes what may hold a secret. */
class UnreadableAnswerException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnreadableAnswerException(String message) {
        super(message);
    }

    /** The same where only unchecked exceptions may pass. */
    static final class Incomplete extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        /** @param what is missing or wrong, such as {@code job.jobID} */
        Incomplete(String what) {
            super("The answer of AWS lacks " + what + ", or it cannot be read");
        }
    }
}
