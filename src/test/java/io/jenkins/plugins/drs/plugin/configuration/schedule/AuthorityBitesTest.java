package io.jenkins.plugins.drs.plugin.configuration.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Action;
import hudson.model.Queue;
import io.jenkins.plugins.drs.engine.document.Configurations;
import io.jenkins.plugins.drs.engine.document.PlanDocument;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.plugin.run.AccountRoles;
import io.jenkins.plugins.drs.plugin.run.BuildLimit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The promise that a click does what it says, held against the controller's parts, and against some that have one thing wrong. */
class AuthorityBitesTest {
    private static final DrConfiguration CONFIGURATION = Configurations.of("""
            targetAccounts: [{accountId: "210987654321", assumeRoleName: DrPrivateRole, externalId: ext-4711}]
            protectionGroups: [{groupName: Web, region: us-east-1, serverSelectionTags: {Tier: web}, accountId: "210987654321"}]
            recoveryPlans: [{planName: Shop, waves: [{waveName: First, protectionGroupName: Web}]}]
            """);
    private static final JobDefinition WANTED =
            Purpose.CHECK.meaning(CONFIGURATION.recoveryPlans().get(0), "");

    @TempDir
    private Path home;

    /** What of a controller the promise rests on. */
    private static class Controller {
        boolean serves(PlanJobRegistry registry, String job, PlanJobMark label) throws IOException {
            return registry.ofJob(job).isPresent();
        }

        boolean starts(JobDocument job) {
            return JobDifferences.between(JobDocument.blank(-1).with(WANTED), job)
                    .isEmpty();
        }

        boolean apart(Queue.QueueAction clicked, List<Action> waiting) {
            return clicked.shouldSchedule(waiting);
        }

        BuildLimit clicked() {
            return Purpose.CHECK.ceiling("Shop");
        }

        DrConfiguration archived(DrConfiguration configuration) {
            return AccountRoles.hidden(configuration);
        }
    }

    private List<String> brokenBy(Controller controller) {
        List<String> broken = new ArrayList<>();
        try {
            PlanJobRegistry registry = new PlanJobRegistry(home.resolve("plan-jobs.json"));
            PlanJobMark mark = new PlanJobMark("Shop", Purpose.CHECK, WANTED.hash(), true, false);
            registry.put(new PlanJobRegistry.Entry("Shop check", mark));
            note(broken, "serves", !controller.serves(registry, "Shop check", mark));
            note(broken, "planted", controller.serves(registry, "planted", mark));
            JobDocument made = JobDocument.blank(50).with(WANTED).with(mark);
            note(broken, "made", !controller.starts(JobDocument.parse(made.xml())));
            String triggered =
                    made.xml().replace("<properties>", "<properties><hudson.model.ParametersDefinitionProperty/>");
            note(broken, "triggered", controller.starts(JobDocument.parse(triggered)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        note(broken, "ceiling", !controller.clicked().equals(BuildLimit.ofCheck("Shop")));
        note(broken, "joined", !controller.apart(BuildLimit.ofCheck("Shop"), List.of()));
        byte[] document = PlanDocument.canonicalJson(controller.archived(CONFIGURATION), "Shop");
        note(broken, "role", new String(document, StandardCharsets.UTF_8).contains("DrPrivateRole"));
        return broken;
    }

    private static void note(List<String> broken, String what, boolean isBroken) {
        if (isBroken) {
            broken.add(what);
        }
    }

    @Test
    void shouldKeepThePromise() {
        assertThat(brokenBy(new Controller())).isEmpty();
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(8, "planted", new Controller() {
                    @Override
                    boolean serves(PlanJobRegistry registry, String job, PlanJobMark label) {
                        return label.plan().equals("Shop");
                    }
                }),
                Arguments.of(8, "triggered", new Controller() {
                    @Override
                    boolean starts(JobDocument job) {
                        return job.meaning().equals(WANTED);
                    }
                }),
                Arguments.of(8, "ceiling", new Controller() {
                    @Override
                    BuildLimit clicked() {
                        return Purpose.DRILL.ceiling("Shop");
                    }
                }),
                Arguments.of(8, "joined", new Controller() {
                    @Override
                    boolean apart(Queue.QueueAction clicked, List<Action> waiting) {
                        return false;
                    }
                }),
                Arguments.of(8, "role", new Controller() {
                    @Override
                    DrConfiguration archived(DrConfiguration configuration) {
                        return configuration;
                    }
                }));
    }

    @ParameterizedTest(name = "promise {0}: {1}")
    @MethodSource("broken")
    void shouldFindOutAControllerThatBreaksIt(int promise, String what, Controller controller) {
        assertThat(brokenBy(controller)).containsExactly(what);
    }
}
