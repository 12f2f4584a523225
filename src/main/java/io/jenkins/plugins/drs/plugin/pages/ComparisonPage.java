package io.jenkins.plugins.drs.plugin.pages;

import hudson.model.ModelObject;

/** What makes one revision of another. */
public final class ComparisonPage implements ModelObject {
    private final String from;
    private final String to;
    private final DiffView difference;

    ComparisonPage(String from, String to, DiffView difference) {
        this.from = from;
        this.to = to;
        this.difference = difference;
    }

    @Override
    public String getDisplayName() {
        return Messages.comparison(from, to);
    }

    public DiffView getDifference() {
        return difference;
    }
}
