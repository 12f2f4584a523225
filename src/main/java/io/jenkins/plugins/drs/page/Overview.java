package io.jenkins.plugins.drs.page;

import io.jenkins.plugins.drs.engine.document.store.StoredConfiguration;
import io.jenkins.plugins.drs.host.Feature;
import io.jenkins.plugins.drs.host.HostSettings;
import java.util.List;
import java.util.function.Predicate;

/** All plans with how they stand, for one request. */
public final class Overview {
    private final StoredConfiguration stored;
    private final List<PlanStatus> plans;
    private final String query;
    private final String show;
    private final Paging<PlanStatus> paging;

    /**
     * @param query words that names or descriptions must have
     * @param show {@code attention}, {@code running} or {@code never}; anything else shows all
     */
    Overview(StoredConfiguration stored, List<PlanStatus> plans, String query, String show, String page) {
        this.stored = stored;
        this.plans = plans;
        this.query = query == null ? "" : query;
        this.show = show == null ? "" : show;
        Predicate<PlanStatus> words = Paging.words(query, plan -> plan.getName() + " " + plan.getAbout());
        paging = Paging.of(plans, words.and(filter(this.show)), page);
    }

    private static Predicate<PlanStatus> filter(String show) {
        return switch (show) {
            case "attention" -> plan -> !plan.isCalm();
            case "running" -> plan -> plan.getRunning() != null;
            case "never" -> PlanStatus::neverDrilled;
            default -> plan -> true;
        };
    }

    public String getQuery() {
        return query;
    }

    public String getShow() {
        return show;
    }

    public Paging<PlanStatus> getPaging() {
        return paging;
    }

    public boolean isNone() {
        return plans.isEmpty();
    }

    public boolean isWithoutGroups() {
        return stored.configuration().protectionGroups().isEmpty();
    }

    public boolean isConfigurable() {
        return Access.mayConfigure();
    }

    /** Whether the sample may be stored. */
    public boolean isSampleOffered() {
        return Feature.SIMULATOR.isOn();
    }

    public boolean isSimulator() {
        return HostSettings.get().isUseSimulator();
    }

    public int getPlans() {
        return plans.size();
    }

    public long getNever() {
        return count(PlanStatus::neverDrilled);
    }

    public long getAttention() {
        return count(plan -> !plan.isCalm());
    }

    public long getRunning() {
        return count(plan -> plan.getRunning() != null);
    }

    private long count(Predicate<PlanStatus> which) {
        return plans.stream().filter(which).count();
    }
}
