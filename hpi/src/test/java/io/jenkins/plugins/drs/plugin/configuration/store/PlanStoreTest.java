package io.jenkins.plugins.drs.plugin.configuration.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.security.AccessDeniedException3;
import io.jenkins.plugins.drs.plugin.configuration.StoredPlans;
import io.jenkins.plugins.drs.engine.document.store.HistoryEntry;
import io.jenkins.plugins.drs.engine.document.store.Change;
import io.jenkins.plugins.drs.engine.document.store.InvalidConfigurationException;
import io.jenkins.plugins.drs.engine.document.store.StaleConfigurationException;
import io.jenkins.plugins.drs.engine.document.store.StoredConfiguration;
import io.jenkins.plugins.drs.engine.plan.ProtectionGroup;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.plugin.run.DisasterRecoveryPermissions;
import hudson.model.User;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.TestExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class PlanStoreTest {
    private PlanStore store;

    @BeforeEach
    void fill(JenkinsRule jenkins) throws Exception {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, DisasterRecoveryPermissions.CONFIGURE)
                .everywhere()
                .to("editor")
                .grant(Jenkins.READ, DisasterRecoveryPermissions.VIEW)
                .everywhere()
                .to("viewer"));
        StoredPlans.store(StoredPlans.plan("Shop", ""), StoredPlans.plan("Site", ""));
        store = PlanStore.get();
    }

    private static ACLContext as(String user) {
        return ACL.as2(User.getById(user, true).impersonate2());
    }

    private static RecoveryPlan described(RecoveryPlan plan, String description) {
        return new RecoveryPlan(
                plan.planName(), description, plan.rto(), plan.rpo(), plan.schedule(), plan.waves(), plan.unknown());
    }

    @Test
    void shouldTellTheLaterOfTwoWhoEditTheSamePlan() throws Exception {
        StoredConfiguration seen = store.current();
        RecoveryPlan shop = seen.configuration().plan("Shop").orElseThrow();
        try (ACLContext ignored = as("editor")) {
            store.edit(seen.revision(), Edits.change("Shop", described(shop, "first")), "");

            assertThatThrownBy(() -> store.edit(seen.revision(), Edits.change("Shop", described(shop, "second")), ""))
                    .isInstanceOf(StaleConfigurationException.class)
                    .hasMessageContaining("editor");
        }
        assertThat(store.current().configuration().plan("Shop").orElseThrow().description())
                .isEqualTo("first");
    }

    @Test
    void shouldLetTwoEditDifferentPlansAtTheSameTime() throws Exception {
        StoredConfiguration seen = store.current();
        try (ACLContext ignored = as("editor")) {
            for (String name : List.of("Shop", "Site")) {
                RecoveryPlan plan = seen.configuration().plan(name).orElseThrow();
                store.edit(seen.revision(), Edits.change(name, described(plan, "mine")), "because");
            }
        }
        assertThat(store.current().configuration().recoveryPlans())
                .extracting(RecoveryPlan::description)
                .containsExactly("mine", "mine");
        HistoryEntry last = store.history().get(0);
        assertThat(last.change().who()).isEqualTo("editor");
        assertThat(last.change().why()).isEqualTo("because");
        assertThat(store.changes(last.revision()).orElseThrow().changes()).hasSize(1);
    }

    @Test
    void shouldRefuseWhoMayNotConfigure() throws Exception {
        long revision = store.current().revision();
        try (ACLContext ignored = as("viewer")) {
            assertThatThrownBy(() -> store.edit(revision, Edits.removePlan("Shop"), ""))
                    .isInstanceOf(AccessDeniedException3.class);
            assertThatThrownBy(() -> store.rollback(revision, 1, "")).isInstanceOf(AccessDeniedException3.class);
        }
        assertThat(store.current().revision()).isEqualTo(revision);
    }

    @Test
    void shouldNotRemoveAGroupThatAPlanUses() throws Exception {
        try (ACLContext ignored = as("editor")) {
            assertThatThrownBy(() -> store.edit(store.current().revision(), Edits.removeGroup("Web"), ""))
                    .isInstanceOf(InvalidConfigurationException.class)
                    .hasMessageContaining("There is no protection group 'Web'");
        }
        assertThat(store.current().configuration().protectionGroups())
                .extracting(ProtectionGroup::groupName)
                .contains("Web");
    }

    @Test
    void shouldPutAnOlderRevisionBackAndTellListeners() throws Exception {
        long first = store.current().revision();
        Recorder recorder = jenkins.model.Jenkins.get().getExtensionList(PlanStoreListener.class).get(Recorder.class);
        recorder.heard.clear();
        try (ACLContext ignored = as("editor")) {
            long second = store.edit(first, Edits.removePlan("Shop"), "").revision();
            store.rollback(second, first, "needed after all");
        }
        assertThat(store.current().configuration().plan("Shop")).isPresent();
        assertThat(recorder.heard).containsExactly(first + " to " + (first + 1), (first + 1) + " to " + (first + 2));
    }

    /** Writes down what it hears. */
    @TestExtension
    public static final class Recorder implements PlanStoreListener {
        private final List<String> heard = new ArrayList<>();

        @Override
        public void changed(StoredConfiguration before, StoredConfiguration after, Change.Kind kind) {
            heard.add(before.revision() + " to " + after.revision());
        }
    }
}
