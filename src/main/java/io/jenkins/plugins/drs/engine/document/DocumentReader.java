package io.jenkins.plugins.drs.engine.document;

import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.JsonPointer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Reads configuration documents, JSON or YAML, and says everything that is wrong with them.
 *
 * <p>Whatever the document is, reading it ends soon, takes bounded memory and throws nothing.
 */
public final class DocumentReader {
    private static final String EMPTY_REMEDY = "Write protectionGroups and recoveryPlans";

    private static final DocumentLimits ANY_SIZE = new DocumentLimits(1L << 30, 100, Integer.MAX_VALUE);

    private final DocumentLimits limits;
    private final Findings findings;
    private final String source;

    private DocumentReader(String source, DocumentLimits limits) {
        this.source = source;
        this.limits = limits;
        findings = new Findings(source);
    }

    /** Reads a file within {@link DocumentLimits#DEFAULT}. */
    public static ReadResult read(Path file) {
        return read(file, DocumentLimits.DEFAULT);
    }

    /** Reads a file. One that is missing, unreadable or too large is a problem of the result. */
    public static ReadResult read(Path file, DocumentLimits limits) {
        return draft(file, limits).validated();
    }

    /** Reads a document from memory within {@link DocumentLimits#DEFAULT}. */
    public static ReadResult read(byte[] content, String source) {
        return read(content, source, DocumentLimits.DEFAULT);
    }

    /**
     * Reads a document from memory.
     *
     * @param source its name, for messages; the ending {@code .json} asks for strict JSON
     */
    public static ReadResult read(byte[] content, String source, DocumentLimits limits) {
        DocumentReader reader = new DocumentReader(source, limits);
        return reader.draft(() -> reader.tree(content)).validated();
    }

    /**
     * Reads a document that was found valid when it was written, possibly by an older version with other rules: its
     * values must be of the right kinds, but what they say is not validated again.
     */
    public static ReadResult readUnvalidated(byte[] content, String source, DocumentLimits limits) {
        return draft(content, source, limits).result();
    }

    /** Reads a document of plain values, such as {@link DocumentWriter#tree} makes, of any size. */
    public static ReadResult read(Map<String, Object> document) {
        return draft(document).validated();
    }

    /** The same of a document that was found valid when it was written. */
    public static ReadResult readUnvalidated(Map<String, Object> document) {
        return draft(document).result();
    }

    private static DraftDocument draft(Map<String, Object> document) {
        DocumentReader reader = new DocumentReader("", ANY_SIZE);
        return reader.draft(() -> PlainValues.tree(document, new TreeBuilder(ANY_SIZE, reader.findings)));
    }

    /** Reads a document of which only a part may be valid by itself, such as one that is to be imported. */
    public static DraftDocument draft(byte[] content, String source, DocumentLimits limits) {
        DocumentReader reader = new DocumentReader(source, limits);
        return reader.draft(() -> reader.tree(content));
    }

    /** The same of a file. One that is missing, unreadable or too large is a problem of the draft. */
    public static DraftDocument draft(Path file, DocumentLimits limits) {
        DocumentReader reader = new DocumentReader(file.toString(), limits);
        return reader.draft(() -> reader.tree(reader.load(file)));
    }

    private interface Content {
        Node tree() throws IOException, RefusedDocumentException;
    }

    private Node tree(byte[] bytes) throws RefusedDocumentException {
        refuseLarge(bytes.length);
        return new TreeReader(source, limits, findings).read(bytes);
    }

    private DraftDocument draft(Content content) {
        try {
            return bound(content.tree());
        } catch (RefusedDocumentException refused) {
            findings.error(JsonPointer.ROOT, refused.position(), refused.getMessage(), refused.remedy());
        } catch (NoSuchFileException missing) {
            findings.error(JsonPointer.ROOT, Position.UNKNOWN, "There is no such file", "Check the path");
        } catch (IOException unreadable) {
            findings.error(
                    JsonPointer.ROOT,
                    Position.UNKNOWN,
                    "The file cannot be read: " + unreadable.getMessage(),
                    "Check that it is a file and may be read");
        }
        return DraftDocument.refused(findings);
    }

    /** The size is asked for before anything is read, and not trusted: a pipe or a growing file has none. */
    private byte[] load(Path file) throws IOException, RefusedDocumentException {
        if (Files.isDirectory(file)) {
            throw new IOException("it is a directory");
        }
        refuseLarge(Files.size(file));
        try (InputStream stream = Files.newInputStream(file)) {
            return stream.readNBytes((int) limits.maxBytes() + 1);
        }
    }

    private void refuseLarge(long size) throws RefusedDocumentException {
        if (size > limits.maxBytes()) {
            throw new RefusedDocumentException(
                    Position.UNKNOWN,
                    "The document is larger than " + limits.maxBytes() + " bytes",
                    "Check that it is a configuration; if so, split it");
        }
    }

    private DraftDocument bound(Node root) throws RefusedDocumentException {
        if (root == null || root instanceof Node.Scalar scalar && scalar.isNull()) {
            throw new RefusedDocumentException(Position.UNKNOWN, "The document is empty", EMPTY_REMEDY);
        }
        if (!(root instanceof Node.Mapping mapping)) {
            throw new RefusedDocumentException(
                    root.position(), "Expected an object, but the document is " + root.description(), EMPTY_REMEDY);
        }
        FormatVersion.check(root);
        Pointers pointers = new Pointers();
        DrConfiguration configuration =
                DocumentFields.CONFIGURATION.read(new FieldReader(mapping, JsonPointer.ROOT, findings, pointers));
        refuseForeign(mapping);
        return new DraftDocument(configuration, root, pointers, findings);
    }

    private void refuseForeign(Node.Mapping mapping) {
        List<String> contents = List.of("protectionGroups", "recoveryPlans", "targetAccounts");
        if (contents.stream().noneMatch(mapping.members()::containsKey)) {
            findings.error(
                    JsonPointer.ROOT,
                    mapping.position(),
                    "The document has no protectionGroups, recoveryPlans or targetAccounts",
                    EMPTY_REMEDY);
        }
    }
}
