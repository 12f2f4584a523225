package io.jenkins.plugins.drs.plugin.pages;

import io.jenkins.plugins.drs.plugin.pages.shared.Address;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Item;
import io.jenkins.plugins.drs.plugin.configuration.store.PlanStore;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.plugin.run.DisasterRecoveryPermissions;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.util.NameValuePair;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class PagesTest {
    private static final String ROOT = "disaster-recovery/";
    private static final String WEB = ROOT + "groups/item/Shop-Web/";

    private JenkinsRule jenkins;

    @BeforeEach
    void storeSample(JenkinsRule rule) throws Exception {
        jenkins = rule;
        rule.jenkins.setSecurityRealm(rule.createDummySecurityRealm());
        rule.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ)
                .everywhere()
                .to("nobody")
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to("viewer")
                .grant(Jenkins.READ, Item.READ, DisasterRecoveryPermissions.CONFIGURE)
                .everywhere()
                .to("editor", "other")
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin"));
        assertThat(post("editor", ROOT + "sample", Map.of()).getStatusCode()).isEqualTo(200);
    }

    @Test
    void shouldShowNothingToThoseWhoMayNotView() throws Exception {
        for (String page : List.of("", "groups/", "plans/item/Three-Tier-Shop/", "history/", "export/download", "api/json")) {
            assertThat(get("nobody", ROOT + page).getStatusCode()).as(page).isEqualTo(403);
        }
        assertThat(get("nobody", "").getContentAsString()).doesNotContain("Disaster recovery");
        assertThat(get("viewer", "").getContentAsString()).contains("Disaster recovery");
    }

    @Test
    void shouldShowViewersNoButtonsAndRefuseTheirChanges() throws Exception {
        String plan = ROOT + "plans/item/Three-Tier-Shop/";
        for (String page : List.of("", "groups/", "history/", "plans/item/Three-Tier-Shop/", "groups/item/Shop-Web/")) {
            assertThat(get("viewer", ROOT + page).getContentAsString())
                    .as(page)
                    .doesNotContain("method=\"post\" action=\"/jenkins/disaster-recovery/plans", "confirmation-link", "/new/\"", "Submit\"");
        }
        for (String change : List.of(
                "sample", "groups/item/Shop-Web/delete", "groups/item/Shop-Web/edit/save", "groups/new/save",
                "history/rollback", "import/send", "settings/save", "plans/item/Three-Tier-Shop/drill",
                "plans/item/Three-Tier-Shop/check", "plans/item/Three-Tier-Shop/lookup")) {
            assertThat(post("viewer", ROOT + change, Map.of("revision", "1")).getStatusCode()).as(change).isEqualTo(403);
        }
        assertThat(get("viewer", ROOT + "import/").getStatusCode()).isEqualTo(403);
        assertThat(get("editor", ROOT + "settings/").getStatusCode()).isEqualTo(403);
        assertThat(get("viewer", plan).getStatusCode()).isEqualTo(200);
        assertThat(PlanStore.get().current().revision()).isEqualTo(1);
    }

    @Test
    void shouldTakeChangesOnlyAsPostWithCrumb() throws Exception {
        assertThat(get("editor", WEB + "delete?revision=1").getStatusCode()).isEqualTo(405);

        JenkinsRule.WebClient client = client("editor");
        WebRequest request = new WebRequest(new URL(jenkins.getURL(), WEB + "delete?revision=1"), HttpMethod.POST);
        assertThat(client.getPage(request).getWebResponse().getStatusCode()).isEqualTo(403);
        assertThat(PlanStore.get().current().revision()).isEqualTo(1);
    }

    @Test
    void shouldSaveAForm() throws Exception {
        WebResponse saved = save("editor", WEB + "edit/save", 1, web("Shop-Web", "Front", "us-east-1"));

        assertThat(saved.getStatusCode()).isEqualTo(200);
        assertThat(stored().group("Shop-Web").orElseThrow().description()).isEqualTo("Front");
        assertThat(PlanStore.get().history().get(0).change().who()).isEqualTo("editor");
    }

    @Test
    void shouldGiveAStaleFormBackWithWhatWasEnteredAndWhatTheOtherChanged() throws Exception {
        save("other", WEB + "edit/save", 1, web("Shop-Web", "Changed by the other", "us-east-1"));

        WebResponse refused = save("editor", WEB + "edit/save", 1, web("Shop-Web", "Entered by the editor", "us-east-1"));

        assertThat(refused.getStatusCode()).isEqualTo(409);
        assertThat(refused.getContentAsString())
                .contains("The page was out of date", "Changed by the other", "Entered by the editor")
                .containsPattern("<input[^>]*name=\"revision\"[^>]*value=\"2\"|<input[^>]*value=\"2\"[^>]*name=\"revision\"");
        assertThat(stored().group("Shop-Web").orElseThrow().description()).isEqualTo("Changed by the other");

        assertThat(save("editor", WEB + "edit/save", 2, web("Shop-Web", "Entered by the editor", "us-east-1")).getStatusCode())
                .isEqualTo(200);
        assertThat(stored().group("Shop-Web").orElseThrow().description()).isEqualTo("Entered by the editor");
    }

    @Test
    void shouldLetAnEditThroughWhenTheOtherChangedSomethingElse() throws Exception {
        save("other", ROOT + "groups/item/Shop-Database/edit/save", 1, web("Shop-Database", "Data", "us-east-1"));

        assertThat(save("editor", WEB + "edit/save", 1, web("Shop-Web", "Front", "us-east-1")).getStatusCode())
                .isEqualTo(200);
        assertThat(stored().group("Shop-Database").orElseThrow().description()).isEqualTo("Data");
    }

    @Test
    void shouldKeepWhatWasEnteredWhenTheItemIsGone() throws Exception {
        post("other", ROOT + "plans/item/Three-Tier-Shop/delete?revision=1", Map.of());
        post("other", WEB + "delete?revision=2", Map.of());

        WebResponse refused = save("editor", WEB + "edit/save", 1, web("Shop-Web", "Entered by the editor", "us-east-1"));

        assertThat(refused.getStatusCode()).isEqualTo(409);
        assertThat(refused.getContentAsString()).contains("Entered by the editor");
        assertThat(get("editor", WEB).getStatusCode()).isEqualTo(404);
    }

    @Test
    void shouldNameErrorsAndKeepWhatWasEntered() throws Exception {
        WebResponse refused = save("editor", WEB + "edit/save", 1, web("Shop-Web", "Entered by the editor", "nowhere"));

        assertThat(refused.getStatusCode()).isEqualTo(400);
        assertThat(refused.getContentAsString()).contains("Nothing was saved", "nowhere", "Entered by the editor");
        assertThat(PlanStore.get().current().revision()).isEqualTo(1);
    }

    @Test
    void shouldKeepFurtherFieldsThatCannotBeRead() throws Exception {
        JSONObject entry = web("Shop-Web", "Entered by the editor", "us-east-1");
        entry.put("furtherFields", "{owner");

        WebResponse refused = save("editor", WEB + "edit/save", 1, entry);

        assertThat(refused.getStatusCode()).isEqualTo(400);
        assertThat(refused.getContentAsString())
                .contains("Further fields cannot be read", "Write them like", "{owner", "Entered by the editor");
        assertThat(PlanStore.get().current().revision()).isEqualTo(1);
    }

    @Test
    void shouldCountAPlanAsBackedUpFromItsExportToItsNextChange() throws Exception {
        assertThat(mission("viewer").getJSONObject("withActions").getInt("count")).isEqualTo(1);
        assertThat(backedUp("viewer")).isZero();

        get("viewer", ROOT + "export/download?format=yaml");
        assertThat(backedUp("viewer")).as("a GET changes nothing").isZero();

        assertThat(post("viewer", ROOT + "export/download", Map.of("format", "yaml")).getStatusCode()).isEqualTo(200);
        assertThat(backedUp("viewer")).isEqualTo(1);
        assertThat(get("viewer", ROOT).getContentAsString()).contains("1 of 1, goal 100 %");
        assertThat(get("viewer", ROOT + "plans/item/Three-Tier-Shop/").getContentAsString())
                .contains("by viewer", "unchanged since");

        save("editor", WEB + "edit/save", 1, web("Shop-Web", "Front", "us-east-1"));
        assertThat(backedUp("viewer")).isZero();
        assertThat(get("viewer", ROOT + "plans/item/Three-Tier-Shop/").getContentAsString()).contains("changed since");
        assertThat(get("viewer", ROOT + "?show=unsaved").getContentAsString()).contains("Three-Tier-Shop");
    }

    private JSONObject mission(String user) throws Exception {
        String json = get(user, ROOT + "api/json?depth=2").getContentAsString();
        return JSONObject.fromObject(json).getJSONObject("mission");
    }

    private int backedUp(String user) throws Exception {
        return mission(user).getJSONObject("backedUp").getInt("count");
    }

    @Test
    void shouldGiveAGroupItsNewNameInAllPlans() throws Exception {
        save("editor", WEB + "edit/save", 1, web("Front", "", "us-east-1"));

        assertThat(stored().recoveryPlans().get(0).waves().get(2).protectionGroupNames()).containsExactly("Front");
    }

    @Test
    void shouldRefuseToRemoveAGroupThatIsUsedAndNameThePlan() throws Exception {
        WebResponse refused = post("editor", WEB + "delete?revision=1", Map.of());

        assertThat(refused.getStatusCode()).isEqualTo(409);
        assertThat(refused.getContentAsString()).contains("others use it", "plans/item/Three-Tier-Shop/");
        assertThat(stored().group("Shop-Web")).isPresent();
    }

    @Test
    void shouldShowNamesAsTextAndFindThemByTheirAddress() throws Exception {
        String name = "<script>alert(1)</script>/..\\ & 'x' 100%;#?";
        assertThat(save("editor", ROOT + "groups/new/save", 1, web(name, "<b>bold</b>", "us-east-1")).getStatusCode())
                .isEqualTo(200);

        assertThat(get("viewer", ROOT + "groups/").getContentAsString()).doesNotContain("<script>alert", "<b>bold");
        assertThat(get("viewer", Address.item("groups", name)).getStatusCode()).isEqualTo(200);
        assertThat(get("viewer", ROOT + "history/revision/2/").getContentAsString()).doesNotContain("<script>alert");
    }

    @Test
    void shouldPutAnOlderRevisionBack() throws Exception {
        save("editor", WEB + "edit/save", 1, web("Shop-Web", "Front", "us-east-1"));

        assertThat(get("viewer", ROOT + "history/compare?from=1&to=2").getContentAsString()).contains("Front");
        assertThat(post("editor", ROOT + "history/rollback", Map.of("to", "1", "current", "1")).getStatusCode())
                .isEqualTo(409);
        assertThat(post("editor", ROOT + "history/rollback", Map.of("to", "1", "current", "2")).getStatusCode())
                .isEqualTo(200);
        assertThat(stored().group("Shop-Web").orElseThrow().description()).isNotEqualTo("Front");
    }

    @Test
    void shouldSayWhatIsNotThereAnyLonger() throws Exception {
        for (String address : List.of("history/revision/99/", "history/compare?from=99&to=1")) {
            WebResponse answer = get("viewer", ROOT + address);
            assertThat(answer.getStatusCode()).as(address).isEqualTo(404);
            assertThat(answer.getContentAsString()).contains("Revision 99 is not in the history");
        }
        assertThat(get("viewer", ROOT + "history/compare").getStatusCode()).isEqualTo(404);

        WebResponse gone = get("viewer", ROOT + "groups/item/Shop-Gone/");

        assertThat(gone.getStatusCode()).isEqualTo(404);
        assertThat(gone.getContentAsString()).contains("There is no protection group 'Shop-Gone'");
        assertThat(get("nobody", ROOT + "history/compare?from=99&to=1").getStatusCode()).isEqualTo(403);
    }

    private static DrConfiguration stored() throws Exception {
        return PlanStore.get().current().configuration();
    }

    private static JSONObject web(String name, String description, String region) {
        JSONObject entry = new JSONObject();
        entry.put("groupName", name);
        entry.put("description", description);
        entry.put("region", region);
        JSONObject tag = new JSONObject();
        tag.put("key", "DR-Tier");
        tag.put("value", "web-" + Math.abs(name.hashCode()));
        entry.put("serverSelectionTags", tag);
        return entry;
    }

    private WebResponse save(String user, String path, long revision, JSONObject entry) throws Exception {
        JSONObject form = new JSONObject();
        form.put("revision", Long.toString(revision));
        form.put("why", "");
        form.put("entry", entry);
        return post(user, path, Map.of("json", form.toString()));
    }

    private JenkinsRule.WebClient client(String user) throws Exception {
        JenkinsRule.WebClient client = jenkins.createWebClient().withThrowExceptionOnFailingStatusCode(false);
        client.setJavaScriptEnabled(false);
        return client.login(user);
    }

    private WebResponse get(String user, String path) throws Exception {
        return client(user).goTo(path, null).getWebResponse();
    }

    private WebResponse post(String user, String path, Map<String, String> parameters) throws Exception {
        JenkinsRule.WebClient client = client(user);
        WebRequest request = new WebRequest(new URL(jenkins.getURL(), path), HttpMethod.POST);
        List<NameValuePair> pairs = new ArrayList<>();
        parameters.forEach((name, value) -> pairs.add(new NameValuePair(name, value)));
        request.setRequestParameters(pairs);
        return client.getPage(client.addCrumb(request)).getWebResponse();
    }
}
