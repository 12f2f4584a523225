package io.jenkins.plugins.drs.plugin.pages;

import io.jenkins.plugins.drs.engine.document.store.StoredConfiguration;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.plugin.configuration.entry.PlanEntry;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;

/** The way to plans. The overview lists them. */
public final class PlanList extends ItemList<RecoveryPlan, PlanEntry> {
    PlanList(StoredConfiguration stored) {
        super(new PlanKind(), stored);
    }

    public HttpResponse doIndex() {
        return HttpResponses.redirectViaContextPath(Address.ROOT + "/");
    }

    @Override
    public PlanPage getItem(String token) {
        return new PlanPage(stored(), Address.name(token));
    }
}
