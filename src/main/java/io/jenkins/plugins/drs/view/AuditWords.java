package io.jenkins.plugins.drs.view;

import io.jenkins.plugins.drs.engine.audit.Anchor;
import io.jenkins.plugins.drs.engine.audit.AuditCheck;
import io.jenkins.plugins.drs.engine.audit.AuditCheck.Grade;
import io.jenkins.plugins.drs.engine.audit.AuditChecker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a check of a journal came to, for a page. */
public final class AuditWords {
    private final AuditCheck check;

    private AuditWords(AuditCheck check) {
        this.check = check;
    }

    static AuditWords of(Path journal, Optional<Anchor> anchor) throws IOException {
        return new AuditWords(AuditChecker.journal(journal, anchor.stream().toList()));
    }

    public boolean isGood() {
        return check.grade() == Grade.GOOD;
    }

    public boolean isBroken() {
        return check.grade() == Grade.BROKEN;
    }

    public List<Line> getLines() {
        return check.findings().stream().map(Line::new).toList();
    }

    /** One finding. */
    public static final class Line {
        private final AuditCheck.Finding finding;

        private Line(AuditCheck.Finding finding) {
            this.finding = finding;
        }

        public String getText() {
            return finding.text();
        }

        /** Name of the icon. */
        public String getIcon() {
            return switch (finding.grade()) {
                case GOOD -> "symbol-status-blue";
                case UNPROVEN -> "symbol-status-yellow";
                case BROKEN -> "symbol-status-red";
            };
        }

        /** The grade as people read it. */
        public String getGrade() {
            return switch (finding.grade()) {
                case GOOD -> Messages.AuditWords_good();
                case UNPROVEN -> Messages.AuditWords_unproven();
                case BROKEN -> Messages.AuditWords_broken();
            };
        }
    }
}
