package io.jenkins.plugins.drs.engine.audit;

import java.util.List;

/**
 * What a look at the artifacts of an execution came to.
 *
 * @param findings in the order in which they were made; never empty
 */
public record AuditCheck(List<Finding> findings) {
    public AuditCheck {
        findings = List.copyOf(findings);
    }

    /** How good something is. */
    public enum Grade {
        /** It is proven. */
        GOOD,
        /** It could not be proven; nothing speaks against it. */
        UNPROVEN,
        /** It is proven not to be what was written. */
        BROKEN
    }

    /** One thing that was looked at, as a sentence for people. */
    public record Finding(Grade grade, String text) {}

    /** The worst of all findings. */
    public Grade grade() {
        return findings.stream().map(Finding::grade).max(Grade::compareTo).orElse(Grade.UNPROVEN);
    }
}
