package io.jenkins.plugins.drs.engine.document;

import io.jenkins.plugins.drs.engine.plan.JsonPointer;
import java.util.List;
import java.util.Optional;

/**
 * The values of any JSON or YAML document, whatever they mean.
 *
 * @param value maps, lists, texts, numbers, booleans and null, nested; empty when there is a problem or no value
 * @param problems why the document cannot be read
 */
public record DocumentTree(Optional<Object> value, List<LocatedProblem> problems) {
    public DocumentTree {
        problems = List.copyOf(problems);
    }

    /**
     * Reads a document within limits, as {@link DocumentReader} does.
     *
     * @param source its name, for messages; the ending {@code .json} asks for strict JSON
     */
    public static DocumentTree read(byte[] content, String source, DocumentLimits limits) {
        Findings findings = new Findings(source);
        Object value = null;
        try {
            if (content.length > limits.maxBytes()) {
                throw new RefusedDocumentException(
                        Position.UNKNOWN, "The document is larger than " + limits.maxBytes() + " bytes", "Split it");
            }
            Node root = new TreeReader(source, limits, findings).read(content);
            value = root == null ? null : PlainValues.of(root);
        } catch (RefusedDocumentException refused) {
            findings.error(JsonPointer.ROOT, refused.position(), refused.getMessage(), refused.remedy());
        }
        return new DocumentTree(findings.hasErrors() ? Optional.empty() : Optional.ofNullable(value), findings.all());
    }
}
