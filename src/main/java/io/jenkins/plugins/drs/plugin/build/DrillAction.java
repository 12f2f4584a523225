package io.jenkins.plugins.drs.plugin.build;

import hudson.model.Api;
import hudson.model.Run;
import io.jenkins.plugins.drs.engine.audit.Anchor;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.plugin.run.DisasterRecoveryPermissions;
import io.jenkins.plugins.drs.plugin.run.DrillRecord;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jenkins.model.RunAction2;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * The drills of a build: a summary on its page, and a page for each. Whoever may not view drills sees nothing of it,
 * neither here nor in the build's API.
 */
@ExportedBean
public final class DrillAction implements RunAction2, StaplerProxy {
    static final String URL_NAME = "drs";
    static final String ICON = "symbol-recovery-drill plugin-aws-drs-orchestration";

    /** Replaced and never changed: Jenkins writes it with the build whenever it likes, and knows of no lock. */
    private List<DrillEntry> entries = new ArrayList<>();

    private transient Run<?, ?> build;

    @Override
    public void onAttached(Run<?, ?> run) {
        build = run;
    }

    @Override
    public void onLoad(Run<?, ?> run) {
        build = run;
    }

    /** Takes in an execution; one that is known already stays as it is. */
    synchronized void add(DrillRecord record) {
        if (entry(record.executionId()).isEmpty()) {
            List<DrillEntry> more = new ArrayList<>(entries);
            more.add(new DrillEntry(record));
            entries = more;
        }
    }

    synchronized Optional<DrillEntry> entry(String executionId) {
        return entries.stream()
                .filter(entry -> entry.record().executionId().equals(executionId))
                .findFirst();
    }

    synchronized List<DrillEntry> entries() {
        return List.copyOf(entries);
    }

    public Run<?, ?> getBuild() {
        return build;
    }

    /** Whether the user may view drills of this build. */
    public boolean isVisible() {
        return build.hasPermission(DisasterRecoveryPermissions.VIEW);
    }

    /** Executions in the order in which they began; empty for a user who may not view them. */
    @Exported(visibility = 3)
    public List<DrillPage> getDrills() {
        if (!isVisible()) {
            return List.of();
        }
        return entries().stream().map(entry -> new DrillPage(build, entry)).toList();
    }

    /** The page of an execution, at {@code drs/ID/}; null when the build has no such execution. */
    public DrillPage getDynamic(String executionId) {
        return entry(executionId).map(entry -> new DrillPage(build, entry)).orElse(null);
    }

    /** A build of one drill leads to its page at once. */
    public HttpResponse doIndex() {
        List<DrillEntry> all = entries();
        return all.size() == 1
                ? HttpResponses.redirectTo(all.get(0).record().executionId() + "/")
                : HttpResponses.forwardToView(this, "list");
    }

    /** Programs read executions here. */
    public Api getApi() {
        return new Api(this);
    }

    /** Guards everything below {@code drs/}. */
    @Override
    public Object getTarget() {
        build.checkPermission(DisasterRecoveryPermissions.VIEW);
        return this;
    }

    @Override
    public String getIconFileName() {
        return isVisible() ? ICON : null;
    }

    @Override
    public String getDisplayName() {
        return entries().size() > 1 ? Messages.DrillAction_reports() : Messages.DrillAction_report();
    }

    @Override
    public String getUrlName() {
        return URL_NAME;
    }

    /** What a build keeps of one execution: its name, and how its journal ended once it is over. */
    static final class DrillEntry implements Serializable {
        private static final long serialVersionUID = 1L;

        private final DrillRecord record;
        private volatile JournalEnd end;

        DrillEntry(DrillRecord record) {
            this.record = record;
        }

        DrillRecord record() {
            return record;
        }

        void finished(DrillResult result) {
            end = new JournalEnd(result);
        }

        /** The end of the journal as the build keeps it, apart from the journal; empty while it runs. */
        Optional<Anchor> anchor() {
            return Optional.ofNullable(end).flatMap(JournalEnd::anchor);
        }

        /** The end of a journal, kept with the build and so apart from the journal: it shows whether that was cut off. */
        static final class JournalEnd implements Serializable {
            private static final long serialVersionUID = 1L;

            private final long events;
            private final String lastHash;

            JournalEnd(DrillResult result) {
                this.events = result.audit().journal().events();
                this.lastHash = result.audit().journal().lastHash().orElse(null);
            }

            /** Empty when the hash was not known. */
            Optional<Anchor> anchor() {
                return Optional.ofNullable(lastHash)
                        .map(hash -> Anchor.keptElsewhere(Messages.AuditWords_record(), Optional.of(events), hash));
            }
        }
    }
}
