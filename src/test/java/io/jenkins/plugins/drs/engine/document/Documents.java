package io.jenkins.plugins.drs.engine.document;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Documents for tests and what the reader says about them. */
final class Documents {
    /** A good document of one group and one plan with the waves A, B and C. */
    static final String GOOD = """
            protectionGroups:
              - groupName: Servers
                region: us-east-1
                serverSelectionTags: {Tier: web}
              - groupName: Others
                region: us-east-1
                serverSelectionTags: {Tier: db}
              - groupName: Rest
                region: us-east-1
                serverSelectionTags: {Tier: app}
            recoveryPlans:
              - planName: Plan
                rto: PT1H
                waves:
                  - waveName: A
                    protectionGroupName: Servers
                  - waveName: B
                    protectionGroupName: Others
                  - waveName: C
                    protectionGroupName: Rest
            """;

    private Documents() {}

    static ReadResult yaml(String text) {
        return DocumentReader.read(text.getBytes(StandardCharsets.UTF_8), "plan.yaml");
    }

    static ReadResult json(String text) {
        return DocumentReader.read(text.getBytes(StandardCharsets.UTF_8), "plan.json");
    }

    /** The good document with one piece of it replaced. */
    static ReadResult changed(String piece, String replacement) {
        if (!GOOD.contains(piece)) {
            throw new IllegalArgumentException("Expected '" + piece + "' in the good document");
        }
        return yaml(GOOD.replaceFirst(Pattern.quote(piece), Matcher.quoteReplacement(replacement)));
    }

    static String printed(ReadResult result) {
        return String.join(
                "\n", result.problems().stream().map(LocatedProblem::toString).toList());
    }
}
