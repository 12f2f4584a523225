package io.jenkins.plugins.drs.plugin.build;

import hudson.Extension;
import hudson.MarkupText;
import hudson.Util;
import hudson.console.ConsoleAnnotationDescriptor;
import hudson.console.ConsoleAnnotator;
import hudson.console.ConsoleNote;
import hudson.model.Run;
import io.jenkins.plugins.drs.plugin.run.DrillIndex;
import java.io.IOException;
import java.util.Optional;

/**
 * Makes a word of the console a button that decides about a wave, for as long as the wave waits and for those alone who
 * may decide. Others read the word.
 */
public final class DecisionNote extends ConsoleNote<Object> {
    private static final long serialVersionUID = 1L;

    private final String executionId;
    private final String wave;
    private final boolean approve;
    private final int length;

    private DecisionNote(String executionId, String wave, boolean approve, int length) {
        this.executionId = executionId;
        this.wave = wave;
        this.approve = approve;
        this.length = length;
    }

    /** Both words, as a line of the console. */
    static String line(String executionId, String wave) throws IOException {
        return Messages.DecisionNote_line(
                word(executionId, wave, true, Messages.DecisionNote_proceed()),
                word(executionId, wave, false, Messages.DecisionNote_abort()));
    }

    private static String word(String executionId, String wave, boolean approve, String word) throws IOException {
        return new DecisionNote(executionId, wave, approve, word.length()).encode() + word;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public ConsoleAnnotator annotate(Object context, MarkupText text, int charPos) {
        build().ifPresent(build -> text.addMarkup(charPos, charPos + length, button(build), "</button>"));
        return null;
    }

    /** The build of the execution, where the reader may decide now. */
    private Optional<Run<?, ?>> build() {
        return DrillIndex.get()
                .find(executionId)
                .filter(execution -> execution.pausedWaves().contains(wave))
                .flatMap(execution ->
                        execution.build().filter(build -> DrillPages.mayDecide(build, execution.record())));
    }

    private String button(Run<?, ?> build) {
        String url = "/" + DrillPages.url(build, executionId) + (approve ? "proceed" : "abort") + "?wave="
                + Util.rawEncode(wave);
        return "<button type=\"button\" class=\"drs-decision jenkins-button"
                + (approve ? "" : " jenkins-!-destructive-color")
                + "\" data-url=\"" + Util.escape(url) + "\" data-done=\"" + Util.escape(Messages.DecisionNote_done())
                + "\" data-lost=\"" + Util.escape(Messages.DecisionNote_lost()) + "\">";
    }

    /** Has pages of consoles load the script beside this class. */
    @Extension
    public static final class DescriptorImpl extends ConsoleAnnotationDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.DecisionNote_name();
        }
    }
}
