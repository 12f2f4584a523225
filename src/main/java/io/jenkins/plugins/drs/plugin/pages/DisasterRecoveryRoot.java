package io.jenkins.plugins.drs.plugin.pages;

import hudson.Extension;
import hudson.model.Api;
import hudson.model.Descriptor;
import hudson.model.ModelObject;
import hudson.model.RootAction;
import io.jenkins.plugins.drs.engine.document.DocumentReader;
import io.jenkins.plugins.drs.engine.document.store.Change;
import io.jenkins.plugins.drs.engine.document.store.InvalidConfigurationException;
import io.jenkins.plugins.drs.engine.document.store.StaleConfigurationException;
import io.jenkins.plugins.drs.engine.document.store.StoredConfiguration;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.ProtectionGroup;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.TargetAccount;
import io.jenkins.plugins.drs.plugin.configuration.DisasterRecoveryConfiguration;
import io.jenkins.plugins.drs.plugin.configuration.entry.AccountEntry;
import io.jenkins.plugins.drs.plugin.configuration.entry.GroupEntry;
import io.jenkins.plugins.drs.plugin.configuration.entry.PlanEntry;
import io.jenkins.plugins.drs.plugin.configuration.store.PlanStore;
import io.jenkins.plugins.drs.plugin.pages.configuration.ExportPage;
import io.jenkins.plugins.drs.plugin.pages.configuration.HistoryPage;
import io.jenkins.plugins.drs.plugin.pages.configuration.ImportPage;
import io.jenkins.plugins.drs.plugin.pages.items.ItemList;
import io.jenkins.plugins.drs.plugin.pages.items.Kind;
import io.jenkins.plugins.drs.plugin.pages.plan.Overview;
import io.jenkins.plugins.drs.plugin.pages.plan.PlanBoard;
import io.jenkins.plugins.drs.plugin.pages.plan.PlanPage;
import io.jenkins.plugins.drs.plugin.pages.plan.PlanStatus;
import io.jenkins.plugins.drs.plugin.pages.plan.ReadinessView;
import io.jenkins.plugins.drs.plugin.pages.shared.Access;
import io.jenkins.plugins.drs.plugin.pages.shared.Address;
import io.jenkins.plugins.drs.plugin.pages.shared.Messages;
import io.jenkins.plugins.drs.plugin.pages.shared.Refused;
import io.jenkins.plugins.drs.plugin.run.Feature;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import jenkins.model.Jenkins;
import jenkins.model.ModelObjectWithContextMenu;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;
import org.kohsuke.stapler.interceptor.RequirePOST;

/** The pages <i>Disaster recovery</i>, for those who may view plans. */
@Extension
@ExportedBean
public final class DisasterRecoveryRoot implements RootAction, StaplerProxy, ModelObjectWithContextMenu {
    static final String ICON = "symbol-recovery-drill plugin-aws-drs-orchestration";

    @Override
    public String getIconFileName() {
        return Access.mayView() ? ICON : null;
    }

    @Override
    public String getDisplayName() {
        return Messages.root();
    }

    @Override
    public String getUrlName() {
        return Address.ROOT;
    }

    /** Guards everything below. */
    @Override
    public Object getTarget() {
        Access.checkView();
        return this;
    }

    /** All plans with how they stand. */
    public Overview overview(String query, String show, String page) throws IOException {
        return new Overview(PlanStore.get().current(), new Overview.Choice(query, show, page));
    }

    /** How far the mission is, for programs. */
    @Exported
    public ReadinessView getMission() {
        PlanBoard board = new PlanBoard(PlanStore.get().currentOrEmpty());
        return board.mission(board.all());
    }

    @Exported
    public long getRevision() {
        return PlanStore.get().currentOrEmpty().revision();
    }

    /** How all plans stand, for programs; {@code tree} takes a part of them. */
    @Exported(name = "plans")
    public List<PlanStatus> getStatuses() {
        return new PlanBoard(PlanStore.get().currentOrEmpty()).all();
    }

    public Api getApi() {
        return new Api(this);
    }

    public PlanList getPlans() throws IOException {
        return new PlanList(PlanStore.get().current());
    }

    public ItemList<ProtectionGroup, GroupEntry> getGroups() throws IOException {
        return new ItemList<>(Kind.GROUPS, PlanStore.get().current());
    }

    /** Roles and external ids of accounts are for those who may change them. */
    public ItemList<TargetAccount, AccountEntry> getAccounts() throws IOException {
        Access.checkConfigure();
        return new ItemList<>(Kind.ACCOUNTS, PlanStore.get().current());
    }

    public HistoryPage getHistory() {
        return new HistoryPage();
    }

    public ExportPage getExport() {
        return new ExportPage();
    }

    public ImportPage getImport() {
        Access.checkConfigure();
        return new ImportPage();
    }

    public SettingsPage getSettings() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return new SettingsPage();
    }

    /** Stores the three-tier sample. */
    @RequirePOST
    public HttpResponse doSample() throws IOException {
        Access.checkConfigure();
        return Feature.SIMULATOR.isOn()
                ? SampleImport.run()
                : Refused.conflict(Feature.SIMULATOR.refusal(), List.of(), Address.ROOT + "/");
    }

    @Override
    public ContextMenu doContextMenu(StaplerRequest2 request, StaplerResponse2 response) {
        ContextMenu menu = new ContextMenu();
        String root = request.getContextPath() + "/" + Address.ROOT + "/";
        menu.add(root + "groups/", "symbol-server", Messages.groups());
        menu.add(root + "history/", "symbol-build-history", Messages.history());
        menu.add(root + "export/", "symbol-download", Messages.export());
        if (Access.mayConfigure()) {
            menu.add(root + "accounts/", "symbol-cloud", Messages.accounts());
            menu.add(root + "import/", "symbol-file-tray", Messages.imports());
        }
        if (Jenkins.get().hasPermission(Jenkins.ADMINISTER)) {
            menu.add(root + "settings/", "symbol-settings", Messages.settings());
        }
        return menu;
    }

    /** The way to plans. The overview lists them. */
    public static final class PlanList extends ItemList<RecoveryPlan, PlanEntry> {
        PlanList(StoredConfiguration stored) {
            super(Kind.PLANS, stored);
        }

        public HttpResponse doIndex() {
            return HttpResponses.redirectViaContextPath(Address.ROOT + "/");
        }

        @Override
        public PlanPage getItem(String token) {
            return new PlanPage(stored(), Address.name(token));
        }
    }

    /** The settings that are also on the page <i>System</i>, for administrators. */
    public static final class SettingsPage implements ModelObject {
        @Override
        public String getDisplayName() {
            return Messages.settings();
        }

        public DisasterRecoveryConfiguration getConfiguration() {
            return DisasterRecoveryConfiguration.get();
        }

        @RequirePOST
        public HttpResponse doSave(StaplerRequest2 request) throws ServletException, Descriptor.FormException {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            DisasterRecoveryConfiguration.get()
                    .configure(request, request.getSubmittedForm().getJSONObject("settings"));
            return HttpResponses.redirectViaContextPath(Address.ROOT + "/");
        }
    }

    /** Puts the three-tier sample into a store that has nothing yet. */
    static final class SampleImport {
        private static final String DOCUMENT = "/io/jenkins/plugins/drs/samples/three-tier/plan.yaml";

        private SampleImport() {}

        static HttpResponse run() throws IOException {
            StoredConfiguration current = PlanStore.get().current();
            String root = Address.ROOT + "/";
            if (!current.configuration().recoveryPlans().isEmpty()
                    || !current.configuration().protectionGroups().isEmpty()) {
                return Refused.conflict(Messages.sample_notEmpty(), List.of(), root);
            }
            DrConfiguration sample = read();
            DrConfiguration next = current.configuration()
                    .withGroups(sample.protectionGroups())
                    .withPlans(sample.recoveryPlans());
            try {
                PlanStore.get().replace(current.revision(), next, Change.Kind.IMPORT, Messages.sample_why());
            } catch (StaleConfigurationException | InvalidConfigurationException e) {
                return Refused.conflict(e.getMessage(), List.of(), root);
            }
            return HttpResponses.redirectViaContextPath(
                    Address.item("plans", next.recoveryPlans().get(0).planName()));
        }

        private static DrConfiguration read() throws IOException {
            try (InputStream in = SampleImport.class.getResourceAsStream(DOCUMENT)) {
                if (in == null) {
                    throw new IOException("Expected the sample " + DOCUMENT + " in the plugin, but it is not there");
                }
                return DocumentReader.read(in.readAllBytes(), "plan.yaml")
                        .configuration()
                        .orElseThrow(() -> new IOException("Expected the sample to be valid, but it is not"));
            }
        }
    }
}
