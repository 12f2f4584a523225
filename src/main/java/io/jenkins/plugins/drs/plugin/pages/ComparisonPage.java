package io.jenkins.plugins.drs.plugin.pages;

import hudson.model.ModelObject;

/** What makes one revision of another. */
public record ComparisonPage(String from, String to, DiffView difference) implements ModelObject {
    @Override
    public String getDisplayName() {
        return Messages.comparison(from, to);
    }

    public DiffView getDifference() {
        return difference;
    }
}
