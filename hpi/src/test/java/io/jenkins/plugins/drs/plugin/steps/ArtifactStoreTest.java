package io.jenkins.plugins.drs.plugin.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.FilePath;
import hudson.Launcher;
import hudson.model.BuildListener;
import hudson.model.Run;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import jenkins.model.ArtifactManager;
import jenkins.model.ArtifactManagerConfiguration;
import jenkins.model.ArtifactManagerFactory;
import jenkins.util.VirtualFile;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Artifacts go where the build keeps its artifacts, be that elsewhere than on the controller. */
@WithJenkins
class ArtifactStoreTest {
    /** What was archived, by path, with how often. */
    private static final Map<String, Integer> STORED = new ConcurrentHashMap<>();
    private static final Map<String, String> CONTENT = new ConcurrentHashMap<>();
    private static boolean broken;

    private final SimulatedAws aws = new SimulatedAws();
    private JenkinsRule jenkins;

    @BeforeEach
    void setUp(JenkinsRule rule) throws Exception {
        jenkins = rule;
        STORED.clear();
        CONTENT.clear();
        broken = false;
        aws.useIn(rule);
        ArtifactManagerConfiguration.get().getArtifactManagerFactories().add(new Elsewhere());
    }

    @AfterEach
    void tearDown() {
        aws.close();
    }

    @Test
    void shouldArchiveThroughTheManagerOfTheBuild() throws Exception {
        WorkflowRun build = jenkins.buildAndAssertSuccess(Pipelines.job(
                jenkins, "drill", SimulatedAws.plan(), "drsDrill planText: plan, credentialsId: 'aws-dr'"));

        assertThat(new TreeMap<>(STORED))
                .containsKeys(
                        "drs/three-tier-shop/audit.jsonl",
                        "drs/three-tier-shop/junit.xml",
                        "drs/three-tier-shop/report/index.html",
                        "drs/three-tier-shop/results.json",
                        "drs/three-tier-shop/waves/01-database.json",
                        "drs/three-tier-shop/waves/03-web.json");
        assertThat(CONTENT.get("drs/three-tier-shop/audit.jsonl")).contains("ExecutionFinished");
        assertThat(build.getArtifactsDir()).doesNotExist();
        assertThat(Pipelines.browser(jenkins).getPage(build, "drs")
                        .asNormalizedText())
                .contains("shop-db-1");
    }

    @Test
    void shouldFinishDrillThoughItsArtifactsCannotBeStored() throws Exception {
        broken = true;

        WorkflowRun build = jenkins.buildAndAssertSuccess(Pipelines.job(
                jenkins, "drill", SimulatedAws.plan(), "drsDrill planText: plan, credentialsId: 'aws-dr'"));

        jenkins.assertLogContains("Archiving failed: the store is full", build);
        assertThat(aws.drillInstances()).isZero();
    }

    /** Keeps artifacts in memory. */
    public static final class Elsewhere extends ArtifactManagerFactory {
        @Override
        public ArtifactManager managerFor(Run<?, ?> build) {
            return new Manager();
        }
    }

    private static final class Manager extends ArtifactManager {
        @Override
        public void onLoad(Run<?, ?> build) {}

        @Override
        public void archive(
                FilePath workspace, Launcher launcher, BuildListener listener, Map<String, String> artifacts)
                throws IOException, InterruptedException {
            if (broken) {
                throw new IOException("the store is full");
            }
            for (Map.Entry<String, String> artifact : artifacts.entrySet()) {
                STORED.merge(artifact.getKey(), 1, Integer::sum);
                CONTENT.put(
                        artifact.getKey(), workspace.child(artifact.getValue()).readToString());
            }
        }

        @Override
        public boolean delete() {
            return false;
        }

        @Override
        public VirtualFile root() {
            throw new UnsupportedOperationException();
        }
    }
}
