package io.jenkins.plugins.drs.plugin.build;

import io.jenkins.plugins.drs.engine.audit.Anchor;
import io.jenkins.plugins.drs.engine.audit.AuditCheck;
import io.jenkins.plugins.drs.engine.audit.AuditCheck.Finding;
import io.jenkins.plugins.drs.engine.audit.AuditCheck.Grade;
import io.jenkins.plugins.drs.engine.audit.AuditChecker;
import io.jenkins.plugins.drs.engine.result.PlainText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a check of a journal came to, for a page. */
public record AuditWords(AuditCheck check) {
    /** @param anchor what the record of the build says; a build of an older version, or one that runs, says nothing */
    static AuditWords of(Path journal, Optional<Anchor> anchor) {
        List<Finding> findings = new ArrayList<>(
                AuditChecker.journal(journal, anchor.stream().toList()).findings());
        if (anchor.isEmpty()) {
            findings.add(new Finding(Grade.UNPROVEN, Messages.AuditWords_noRecord()));
        }
        return new AuditWords(new AuditCheck(findings));
    }

    public boolean isGood() {
        return check.grade() == Grade.PROVEN;
    }

    public boolean isBroken() {
        return check.grade() == Grade.BROKEN;
    }

    public List<Line> getLines() {
        return check.findings().stream().map(Line::new).toList();
    }

    /** One finding. */
    public record Line(Finding finding) {
        public String getText() {
            return PlainText.line(finding.text());
        }

        /** Name of the icon. */
        public String getIcon() {
            return switch (finding.grade()) {
                case PROVEN -> "symbol-status-blue";
                case CONSISTENT, UNPROVEN, MISSING, NEWER -> "symbol-status-yellow";
                case BROKEN -> "symbol-status-red";
            };
        }

        /** The grade as people read it. */
        public String getGrade() {
            return switch (finding.grade()) {
                case PROVEN -> Messages.AuditWords_good();
                case CONSISTENT -> Messages.AuditWords_consistent();
                case UNPROVEN, MISSING, NEWER -> Messages.AuditWords_unproven();
                case BROKEN -> Messages.AuditWords_broken();
            };
        }
    }
}
