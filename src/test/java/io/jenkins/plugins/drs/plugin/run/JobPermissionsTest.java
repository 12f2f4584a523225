package io.jenkins.plugins.drs.plugin.run;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Job;
import hudson.model.Run;
import hudson.security.AccessControlled;
import hudson.security.Permission;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a permission must be held besides the job, whose author can write the permissions on it. */
class JobPermissionsTest {
    private final AccessControlled jenkins = new AccessControlled() {};
    private final Folder folder = new Folder();

    @Test
    void shouldAskTheFolderOfAJobWhoMayCheckDrillAndApprove() {
        for (Permission permission : List.of(
                DisasterRecoveryPermissions.CHECK,
                DisasterRecoveryPermissions.DRILL,
                DisasterRecoveryPermissions.APPROVE)) {
            assertThat(DisasterRecoveryPermissions.above(new AnyJob(folder), permission, jenkins))
                    .isSameAs(folder);
        }
    }

    @Test
    void shouldAskJenkinsItselfWhoMayRecoverBecauseFoldersHaveAuthorsToo() {
        assertThat(DisasterRecoveryPermissions.above(new AnyJob(folder), DisasterRecoveryPermissions.RECOVER, jenkins))
                .isSameAs(jenkins);
    }

    @Test
    void shouldAskTheJobAloneWhoMayView() {
        AnyJob job = new AnyJob(folder);

        assertThat(DisasterRecoveryPermissions.above(job, DisasterRecoveryPermissions.VIEW, jenkins))
                .isSameAs(job);
    }

    @Test
    void shouldAskNoJobThatHoldsOthers() {
        AnyJob inner = new AnyJob(new Outer(new Outer(folder)));

        assertThat(DisasterRecoveryPermissions.above(inner, DisasterRecoveryPermissions.DRILL, jenkins))
                .isSameAs(folder);
    }

    @Test
    void shouldAskJenkinsItselfWhereTheGroupHasNoPermissions() {
        AnyJob job = new AnyJob(new Group());

        assertThat(DisasterRecoveryPermissions.above(job, DisasterRecoveryPermissions.DRILL, jenkins))
                .isSameAs(jenkins);
    }

    private static class Group implements ItemGroup<Item> {
        @Override
        public Item getItem(String name) {
            return null;
        }

        @Override
        public String getDisplayName() {
            return "";
        }
    }

    private static final class Folder extends Group implements AccessControlled {}

    private abstract static class AnyRun extends Run<AnyJob, AnyRun> {
        private AnyRun() {
            super(null, null);
        }
    }

    private static class AnyJob extends Job<AnyJob, AnyRun> {
        private final ItemGroup<?> parent;

        private AnyJob(ItemGroup<?> parent) {
            super(null, null);
            this.parent = parent;
        }

        @Override
        public ItemGroup<?> getParent() {
            return parent;
        }

        @Override
        public boolean isBuildable() {
            return true;
        }
    }

    /** Such as a matrix project. */
    private static final class Outer extends AnyJob implements ItemGroup<Item> {
        private Outer(ItemGroup<?> parent) {
            super(parent);
        }

        @Override
        public Item getItem(String name) {
            return null;
        }
    }
}
