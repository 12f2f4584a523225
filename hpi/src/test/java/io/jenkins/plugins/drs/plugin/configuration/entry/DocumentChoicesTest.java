package io.jenkins.plugins.drs.plugin.configuration.entry;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.drs.plugin.configuration.DisasterRecoveryConfiguration;
import io.jenkins.plugins.drs.plugin.configuration.StoredPlans;
import io.jenkins.plugins.drs.plugin.run.DisasterRecoveryPermissions;
import java.util.List;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What forms offer as automation documents, with the built-in simulator in place of AWS. */
@WithJenkins
class DocumentChoicesTest {
    @BeforeEach
    void useTheSimulator(JenkinsRule jenkins) throws Exception {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, DisasterRecoveryPermissions.CONFIGURE)
                .everywhere()
                .to("editor")
                .grant(Jenkins.READ, DisasterRecoveryPermissions.CONFIGURE, DisasterRecoveryPermissions.CHECK)
                .everywhere()
                .to("checker"));
        DisasterRecoveryConfiguration.get().setUseSimulator(true);
        StoredPlans.store(StoredPlans.plan("Shop", ""));
    }

    private static List<String> offered(String user, String plan, String region) {
        try (ACLContext ignored = ACL.as2(User.getById(user, true).impersonate2())) {
            return new ActionEntry.DescriptorImpl().doFillDocumentNameItems(plan, region, "");
        }
    }

    /** Asks again where a slow machine has not answered in time: the page does that, too. */
    private static List<String> offeredInTheEnd(String user, String plan, String region) {
        List<String> names = List.of();
        for (int attempt = 0; attempt < 30 && names.isEmpty(); attempt++) {
            names = offered(user, plan, region);
        }
        return names;
    }

    @Test
    void shouldOfferTheDocumentsOfThePlansRegionOrOfTheActions() {
        assertThat(offeredInTheEnd("checker", "Shop", ""))
                .contains("DR-StopApplicationServices", "DR-CheckHttpEndpoint");
        assertThat(offeredInTheEnd("checker", "a new plan", "")).contains("DR-StopApplicationServices");
        assertThat(offered("checker", "Shop", "eu-west-1")).isEmpty();
    }

    @Test
    void shouldAskAwsOnlyForThoseWhoMayCheck() {
        assertThat(offered("editor", "Shop", "")).isEmpty();
        assertThat(offered("nobody", "Shop", "")).isEmpty();
    }

    @Test
    void shouldOfferNothingAndNotHangWhereNobodyAnswers() {
        DisasterRecoveryConfiguration.get().setUseSimulator(false);
        DisasterRecoveryConfiguration.get().setEndpointOverride("http://127.0.0.1:9/");

        assertThat(offered("checker", "Shop", "")).isEmpty();
    }
}
