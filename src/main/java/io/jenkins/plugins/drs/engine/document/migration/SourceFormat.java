package io.jenkins.plugins.drs.engine.document.migration;

/** Formats that can be read. Found out by the shape of a document, not by its name. */
public enum SourceFormat {
    CURRENT("a document of version 2.1"),
    VERSION_1_0("a document of version 1.0"),
    PLAN_AUTOMATION("applications of AWS's sample DRS Plan Automation"),
    LAMBDA_ORCHESTRATOR("an export of the Lambda orchestrator");

    private final String words;

    SourceFormat(String words) {
        this.words = words;
    }

    /** For people, with an article where there is one. */
    public String words() {
        return words;
    }
}
