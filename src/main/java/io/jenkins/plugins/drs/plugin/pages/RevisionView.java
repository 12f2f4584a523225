package io.jenkins.plugins.drs.plugin.pages;

import io.jenkins.plugins.drs.engine.document.diff.DiffText;
import io.jenkins.plugins.drs.engine.document.store.HistoryEntry;
import io.jenkins.plugins.drs.engine.result.PlainText;
import java.util.Date;

/** A change of the configuration in the list of all. */
public final class RevisionView {
    private final HistoryEntry entry;

    RevisionView(HistoryEntry entry) {
        this.entry = entry;
    }

    public long getRevision() {
        return entry.revision();
    }

    public String getUrl() {
        return Address.ROOT + "/history/revision/" + entry.revision() + "/";
    }

    public String getWho() {
        return PlainText.line(entry.change().who());
    }

    public Date getWhen() {
        return Date.from(entry.change().when());
    }

    public String getWhy() {
        return PlainText.line(entry.change().why());
    }

    /** By which way it came, for people. */
    public String getWay() {
        return switch (entry.change().kind()) {
            case EDIT -> Messages.way_edit();
            case IMPORT -> Messages.way_import();
            case CODE -> Messages.way_code();
            case SYNC -> Messages.way_sync();
            case ROLLBACK -> Messages.way_rollback();
            case UNKNOWN -> Messages.way_unknown();
        };
    }

    public String getSummary() {
        return DiffText.summary(entry.counts());
    }

    /** Why the entry cannot be read; empty when it can. */
    public String getDamage() {
        return PlainText.line(entry.damage().orElse(""));
    }

    /** What is looked for words in. */
    String text() {
        return getRevision() + " " + getWho() + " " + getWhy() + " " + getWay() + " " + getSummary();
    }
}
