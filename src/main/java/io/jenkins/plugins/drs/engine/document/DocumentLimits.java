package io.jenkins.plugins.drs.engine.document;

/**
 * How much a document may ask of the reader.
 *
 * @param maxBytes size of the file
 * @param maxDepth how deep objects and lists may be nested
 * @param maxValues how many objects, lists and scalars there may be after YAML aliases are followed; a
 *     text counts once more for every 1,000 characters
 */
public record DocumentLimits(long maxBytes, int maxDepth, int maxValues) {
    private static final int MEGABYTE = 1 << 20;

    /** 16 MB, 50 levels, a million values: some 20,000 protection groups. */
    public static final DocumentLimits DEFAULT = new DocumentLimits(16L * MEGABYTE, 50, 1_000_000);

    public DocumentLimits {
        if (maxBytes < 1 || maxBytes > Integer.MAX_VALUE - 16 || maxDepth < 1 || maxValues < 1) {
            throw new IllegalArgumentException("Expected limits above zero and below 2 GB, but got " + maxBytes + ", "
                    + maxDepth + ", " + maxValues);
        }
    }
}
