package io.jenkins.plugins.drs.engine.document;

/** Ends the reading of a document that cannot be read further: broken syntax, or a limit that it passes. */
final class RefusedDocumentException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Position position;
    private final String remedy;

    RefusedDocumentException(Position position, String message, String remedy) {
        super(message);
        this.position = position;
        this.remedy = remedy;
    }

    Position position() {
        return position;
    }

    String remedy() {
        return remedy;
    }
}
