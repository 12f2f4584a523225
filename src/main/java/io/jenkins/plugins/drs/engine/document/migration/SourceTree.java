package io.jenkins.plugins.drs.engine.document.migration;

import io.jenkins.plugins.drs.engine.document.DocumentLimits;
import io.jenkins.plugins.drs.engine.document.DocumentTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The plain values of a document; DynamoDB's exports to S3, which have an item on each line, count as a list of them. */
final class SourceTree {
    private SourceTree() {}

    /** Empty when the document cannot be read. */
    static Optional<Object> read(byte[] content, String source) {
        DocumentTree whole = DocumentTree.read(content, source, DocumentLimits.DEFAULT);
        return whole.value().isPresent() ? whole.value() : lines(content);
    }

    private static Optional<Object> lines(byte[] content) {
        if (content.length > DocumentLimits.DEFAULT.maxBytes()) {
            return Optional.empty();
        }
        List<String> lines = new String(content, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        if (lines.size() < 2 || !lines.stream().allMatch(line -> line.startsWith("{"))) {
            return Optional.empty();
        }
        List<Object> items = new ArrayList<>();
        for (String line : lines) {
            DocumentTree item =
                    DocumentTree.read(line.getBytes(StandardCharsets.UTF_8), "line.json", DocumentLimits.DEFAULT);
            if (item.value().isEmpty()) {
                return Optional.empty();
            }
            items.add(item.value().get());
        }
        return Optional.of(items);
    }
}
