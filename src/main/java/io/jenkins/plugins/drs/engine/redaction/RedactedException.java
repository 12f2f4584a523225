package io.jenkins.plugins.drs.engine.redaction;

/** Says what another exception said, without secrets. */
final class RedactedException extends RuntimeException {
    static final int MOST_CAUSES = 20;
    private static final long serialVersionUID = 1L;

    RedactedException(Throwable thrown, Redaction redaction, int depth) {
        super(redaction.of(thrown.toString()), cause(thrown, redaction, depth));
        setStackTrace(thrown.getStackTrace());
    }

    private static Throwable cause(Throwable thrown, Redaction redaction, int depth) {
        Throwable cause = thrown.getCause();
        return cause == null || depth == MOST_CAUSES ? null : new RedactedException(cause, redaction, depth + 1);
    }

    /** The text of the exception that it stands for, which begins with the name of its type. */
    @Override
    public String toString() {
        return getMessage();
    }
}
