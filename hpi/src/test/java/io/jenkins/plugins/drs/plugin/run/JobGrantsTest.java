package io.jenkins.plugins.drs.plugin.run;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleProject;
import hudson.model.Job;
import hudson.model.User;
import hudson.security.Permission;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.MockFolder;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Which grants count: a job's author can write those on the job, and whoever makes a folder those on the folder. */
@WithJenkins
class JobGrantsTest {
    @Test
    void shouldTakeGrantsOfAFolderForDrillsAndOfJenkinsForRecoveriesButNoneOfTheJob(JenkinsRule jenkins) throws Exception {
        FreeStyleProject alone = jenkins.createFreeStyleProject("alone");
        MockFolder team = jenkins.createFolder("team");
        FreeStyleProject inTeam = team.createProject(FreeStyleProject.class, "drill");
        Permission[] all = {
            DisasterRecoveryPermissions.VIEW, DisasterRecoveryPermissions.DRILL, DisasterRecoveryPermissions.RECOVER
        };
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(all).onItems(alone, inTeam).to("author")
                .grant(all).onFolders(team).to("lead")
                .grant(all).everywhere().to("admin"));

        assertThat(held("author", alone)).isEqualTo("View");
        assertThat(held("author", inTeam)).isEqualTo("View");
        assertThat(held("lead", inTeam)).isEqualTo("View Drill");
        assertThat(held("lead", alone)).isEmpty();
        assertThat(held("admin", alone)).isEqualTo("View Drill Recover");
        assertThat(held("admin", inTeam)).isEqualTo("View Drill Recover");
    }

    private static String held(String user, Job<?, ?> job) {
        StringBuilder held = new StringBuilder();
        for (Permission permission : new Permission[] {
            DisasterRecoveryPermissions.VIEW, DisasterRecoveryPermissions.DRILL, DisasterRecoveryPermissions.RECOVER
        }) {
            if (DisasterRecoveryPermissions.isHeld(User.getById(user, true).impersonate2(), job, permission)) {
                held.append(permission.name).append(' ');
            }
        }
        return held.toString().trim();
    }
}
