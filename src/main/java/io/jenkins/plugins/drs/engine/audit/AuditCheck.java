package io.jenkins.plugins.drs.engine.audit;

import java.util.List;

/**
 * What a check of the artifacts of an execution found.
 *
 * @param findings in the order in which they were made; never empty
 */
public record AuditCheck(List<Finding> findings) {
    public AuditCheck {
        findings = List.copyOf(findings);
    }

    /** What something is worth, the best first. */
    public enum Grade {
        /** It is what was written, by a hash that was kept out of reach of whoever can write the folder. */
        PROVEN,
        /** It fits all that lies beside it, which whoever can write the folder can make fit. */
        CONSISTENT,
        /** It could not be compared; nothing speaks against it. */
        UNPROVEN,
        /** The execution wrote it, and it is not there any more; nothing speaks against the rest. */
        MISSING,
        /** A newer version of the product wrote it, which alone can compare it. */
        NEWER,
        /** It is not what was written, or cannot be read. */
        BROKEN
    }

    /** One thing that was checked, as a sentence for people. */
    public record Finding(Grade grade, String text) {}

    /** How many findings have a grade. */
    public long count(Grade grade) {
        return findings.stream().filter(it -> it.grade() == grade).count();
    }

    /** The worst of all findings. */
    public Grade grade() {
        return findings.stream().map(Finding::grade).max(Grade::compareTo).orElse(Grade.UNPROVEN);
    }
}
