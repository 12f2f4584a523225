package io.jenkins.plugins.drs.engine.document;

import io.jenkins.plugins.drs.engine.plan.ExportMetadata;
import io.jenkins.plugins.drs.engine.plan.Shown;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which versions of the document format can be read. */
final class FormatVersion {
    private static final Pattern VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(?:\\.(\\d{1,4}))?");
    private static final int MAJOR = 2;
    private static final int MINOR = 1;
    private static final String EXPECTED = "Expected version " + ExportMetadata.CURRENT_VERSION + ", but got ";

    private FormatVersion() {}

    /** The version in full. */
    static String completed(String version) {
        return version.chars().filter(character -> character == '.').count() == 1 ? version + ".0" : version;
    }

    /** Refuses a document whose fields may mean something else than they do today. */
    static void check(Node root) throws RefusedDocumentException {
        if (!(member(member(root, "exportMetadata"), "version") instanceof Node.Scalar scalar) || scalar.isNull()) {
            return;
        }
        Matcher matcher = VERSION.matcher(scalar.text());
        if (!matcher.matches()) {
            throw new RefusedDocumentException(
                    scalar.position(), EXPECTED + Shown.quoted(scalar.text()), "Write version: \"2.1.0\"");
        }
        int difference = compare(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        if (difference > 0) {
            throw new RefusedDocumentException(
                    scalar.position(),
                    EXPECTED + scalar.text() + ", which is newer than this product",
                    "Use a newer version of the product, or export the document as 2.1.0 where it came from");
        }
        if (difference < 0) {
            throw new RefusedDocumentException(
                    scalar.position(),
                    EXPECTED + scalar.text() + ", which has to be migrated first",
                    "Bring the document into the form of version 2.1.0, which docs/plan-format.md describes");
        }
    }

    private static int compare(int major, int minor) {
        return major == MAJOR ? Integer.compare(minor, MINOR) : Integer.compare(major, MAJOR);
    }

    private static Node member(Node node, String name) {
        if (node instanceof Node.Mapping mapping) {
            Node.Member member = mapping.members().get(name);
            return member == null ? null : member.value();
        }
        return null;
    }
}
