package io.jenkins.plugins.drs.plugin.build;

import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.Util;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.junit.JUnitResultArchiver;
import hudson.tasks.junit.TestResultAction;
import hudson.tasks.test.PipelineTestDetails;
import io.jenkins.plugins.drs.engine.report.JunitXml;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.plugin.run.DrillListener;
import io.jenkins.plugins.drs.plugin.run.DrillRecord;
import io.jenkins.plugins.drs.plugin.run.Feature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import jenkins.model.Jenkins;

/**
 * Shows what an execution checked, launched, ran and took down as tests of its build, beside those of other steps. Is
 * there only where the JUnit plugin is. The build's result is left alone: the step decides about that.
 */
@Extension(optional = true)
@SuppressWarnings("deprecation") // the only other way to load with an optional plugin needs one more plugin
public final class JunitResults extends DrillListener {
    private static final String NODE = "node-";

    /** Fails where the JUnit plugin is not, so that Jenkins goes on without this extension. */
    public JunitResults() {
        Objects.requireNonNull(TestResultAction.class);
    }

    /** Told again after a crash, so it looks first whether the build has the tests already. */
    @Override
    public void onArchived(Run<?, ?> build, DrillRecord record, DrillResult result)
            throws IOException, InterruptedException {
        if (!Feature.DETAILED_RESULTS.isOn() || isPublished(build, record)) {
            return;
        }
        Path folder = Files.createTempDirectory("drs-junit");
        try {
            Files.writeString(folder.resolve("junit.xml"), JunitXml.of(result));
            publish(build, record, new FilePath(folder.toFile()));
        } finally {
            Util.deleteRecursive(folder.toFile());
        }
    }

    private static boolean isPublished(Run<?, ?> build, DrillRecord record) {
        TestResultAction known = build.getAction(TestResultAction.class);
        return known != null
                && known.getResult().getSuites().stream()
                        .anyMatch(suite -> record.executionId().equals(suite.getId()));
    }

    private static void publish(Run<?, ?> build, DrillRecord record, FilePath folder)
            throws IOException, InterruptedException {
        JUnitResultArchiver archiver = new JUnitResultArchiver("junit.xml");
        archiver.setAllowEmptyResults(true);
        archiver.setSkipPublishingChecks(true);
        TestResultAction known = build.getAction(TestResultAction.class);
        if (known != null) {
            archiver.setHealthScaleFactor(known.getHealthScaleFactor());
        }
        Launcher launcher = Jenkins.get().createLauncher(TaskListener.NULL);
        JUnitResultArchiver.parseAndSummarize(archiver, details(record), build, folder, launcher, TaskListener.NULL);
    }

    /** Has the tests appear at the step that ran the execution; null for a build step. */
    private static PipelineTestDetails details(DrillRecord record) {
        if (!record.stepKey().startsWith(NODE)) {
            return null;
        }
        PipelineTestDetails details = new PipelineTestDetails();
        details.setNodeId(record.stepKey().substring(NODE.length()));
        return details;
    }
}
