package io.jenkins.plugins.drs.plugin.pages.plan;

import io.jenkins.plugins.drs.engine.document.store.StoredConfiguration;
import io.jenkins.plugins.drs.plugin.pages.shared.Access;
import io.jenkins.plugins.drs.plugin.pages.shared.Paging;
import io.jenkins.plugins.drs.plugin.run.Feature;
import io.jenkins.plugins.drs.plugin.run.HostSettings;
import java.util.List;
import java.util.function.Predicate;

/** All plans with how they stand, for one request. */
public final class Overview {
    private final StoredConfiguration stored;
    private final List<PlanStatus> plans;
    private final String query;
    private final String show;
    private final Paging<PlanStatus> paging;
    private final ReadinessView mission;

    /**
     * What the reader asked for.
     *
     * @param query words that names or descriptions must have
     * @param show a kind of plans; anything that is none of {@link #filter} shows all
     */
    public record Choice(String query, String show, String page) {}

    public Overview(StoredConfiguration stored, Choice choice) {
        PlanBoard board = new PlanBoard(stored);
        this.stored = stored;
        this.plans = board.all();
        this.mission = board.mission(plans);
        this.query = choice.query() == null ? "" : choice.query();
        this.show = choice.show() == null ? "" : choice.show();
        Predicate<PlanStatus> words = Paging.words(query, plan -> plan.getName() + " " + plan.getAbout());
        paging = Paging.of(plans, words.and(filter(this.show)), choice.page());
    }

    private static Predicate<PlanStatus> filter(String show) {
        return switch (show) {
            case "attention" -> plan -> !plan.isCalm();
            case "running" -> plan -> plan.getRunning() != null;
            case "never" -> PlanStatus::neverDrilled;
            case "actionless" -> plan -> !plan.isWithActions();
            case "unsaved" -> plan -> !plan.isBackedUp();
            default -> plan -> true;
        };
    }

    public String getQuery() {
        return query;
    }

    public String getShow() {
        return show;
    }

    public ReadinessView getMission() {
        return mission;
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
