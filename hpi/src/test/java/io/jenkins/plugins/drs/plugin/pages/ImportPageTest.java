package io.jenkins.plugins.drs.plugin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.plugin.configuration.store.PlanStore;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlCheckBoxInput;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlFileInput;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlTextArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Goes through the forms as a browser without scripts does. */
@WithJenkins
class ImportPageTest {
    private static final String GROUP = """
            {"exportMetadata": {"version": "2.1.0"}, "recoveryPlans": [], "protectionGroups": [
              {"groupName": "B\u00fccher \u65e5\u672c", "region": "us-east-1", "serverSelectionTags": {"Tier": "web"}, "description": "%s"%s}]}
            """;
    private static final String LAMBDA = """
            {"schemaVersion": "1.1", "protectionGroups": [
              {"groupName": "Orders", "region": "us-east-1", "accountId": "444455556666",
               "sourceServerIds": ["s-aaaaaaaaaaaaaaaa1"]}],
             "recoveryPlans": [{"planName": "Orders", "waves": [
               {"waveName": "All", "waveNumber": 0, "protectionGroupIds": ["a1"], "dependsOnWaves": []}]}]}
            """;

    @TempDir
    private Path folder;

    private JenkinsRule.WebClient client;

    @BeforeEach
    void open(JenkinsRule rule) {
        client = rule.createWebClient().withThrowExceptionOnFailingStatusCode(false);
        client.setJavaScriptEnabled(false);
    }

    private HtmlPage sent(String document) throws Exception {
        Path file = Files.writeString(folder.resolve("document.json"), document, StandardCharsets.UTF_8);
        HtmlPage page = client.goTo("disaster-recovery/import/");
        HtmlFileInput input = page.getElementByName("file");
        input.setFiles(file.toFile());
        return submit(input.getEnclosingForm());
    }

    private HtmlPage pasted(String document) throws Exception {
        HtmlPage page = client.goTo("disaster-recovery/import/");
        HtmlTextArea text = page.getElementByName("text");
        text.setText(document);
        return submit(text.getEnclosingForm());
    }

    private static HtmlPage submit(HtmlForm form) throws Exception {
        return form.getElementsByTagName("button").get(0).click();
    }

    private static HtmlPage confirm(HtmlPage preview) throws Exception {
        return submit(enclosing(preview, "drs-why"));
    }

    private static HtmlForm enclosing(HtmlPage preview, String id) {
        return ((HtmlElement) preview.getElementById(id)).getEnclosingForm();
    }

    private static DrConfiguration stored() throws Exception {
        return PlanStore.get().current().configuration();
    }

    @Test
    void shouldImportAFileAndAPastedTextInAnyScript() throws Exception {
        confirm(sent(GROUP.formatted("from a file", "")));
        assertThat(stored().group("B\u00fccher \u65e5\u672c").orElseThrow().description()).isEqualTo("from a file");

        HtmlPage preview = pasted(GROUP.formatted("pasted", ""));
        HtmlPage done = confirm(client.getPage(new URL(preview.getUrl(), "?onConflict=overwrite")));

        assertThat(done.getUrl().getPath()).endsWith("history/revision/2/");
        assertThat(stored().group("B\u00fccher \u65e5\u672c").orElseThrow().description()).isEqualTo("pasted");
    }

    @Test
    void shouldTakeWhatADocumentLeavesOpenAfterItsDryRunTold() throws Exception {
        HtmlPage preview = sent(LAMBDA);
        assertThat(preview.asNormalizedText()).contains("does not say which group has the id 'a1'");
        assertThat(preview.getElementById("drs-why")).isNull();

        HtmlForm options = enclosing(preview, "drs-groups");
        options.getTextAreaByName("groups").setText("a1=Orders");
        options.getInputByName("role").setValue("DrillRole");
        HtmlPage again = submit(options);
        assertThat(enclosing(again, "drs-groups").getTextAreaByName("groups").getText()).isEqualTo("a1=Orders");
        confirm(again);

        assertThat(stored().plan("Orders").orElseThrow().waves().get(0).protectionGroupNames()).containsExactly("Orders");
        assertThat(stored().account("444455556666").orElseThrow().assumeRoleName()).isEqualTo("DrillRole");
    }

    @Test
    void shouldRefuseALineThatNamesNoGroup() throws Exception {
        HtmlForm options = enclosing(sent(LAMBDA), "drs-groups");
        options.getTextAreaByName("groups").setText("Orders");

        HtmlPage refused = submit(options);

        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(400);
        assertThat(refused.asNormalizedText()).contains("ID=NAME");
    }

    @Test
    void shouldCountWhatWarningsStandInTheWayOfAndImportItOnlyWhenForced() throws Exception {
        HtmlPage preview = sent(GROUP.formatted("", ", \"costCentre\": 1"));
        assertThat(preview.asNormalizedText()).contains("There are warnings").contains("Protection groups\t1\t0\t0\t0\t0");

        confirm(preview);
        assertThat(PlanStore.get().current().revision()).isZero();

        HtmlPage forced = sent(GROUP.formatted("", ", \"costCentre\": 1"));
        forced.<HtmlCheckBoxInput>getElementByName("force").setChecked(true);
        confirm(forced);
        assertThat(PlanStore.get().current().revision()).isEqualTo(1);
    }

    @Test
    void shouldNeverForceErrors() throws Exception {
        HtmlPage preview = sent(LAMBDA);

        client.getPage(client.addCrumb(new WebRequest(
                new URL(preview.getUrl(), "confirm?force=true&revision=0&onConflict=overwrite"), HttpMethod.POST)));

        assertThat(PlanStore.get().current().revision()).isZero();
    }
}
