package io.jenkins.plugins.drs.plugin.pages.plan;

import io.jenkins.plugins.drs.engine.history.DrillSummary;
import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.plugin.run.KnownDrill;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What of one plan was run, the newest first. */
final class PlanDrills {
    static final PlanDrills NONE = new PlanDrills();

    private final List<KnownDrill> all = new ArrayList<>();

    private PlanDrills() {}

    /**
     * All executions by plan, in lower case.
     *
     * @param drills the newest first
     * @param visible which of them the reader may see
     */
    static Map<String, PlanDrills> byPlan(List<KnownDrill> drills, Predicate<KnownDrill> visible) {
        Map<String, PlanDrills> plans = new HashMap<>();
        for (KnownDrill drill : drills) {
            if (visible.test(drill)) {
                plans.computeIfAbsent(key(drill.record().planName()), first -> new PlanDrills())
                        .all
                        .add(drill);
            }
        }
        return plans;
    }

    static String key(String planName) {
        return planName.toLowerCase(Locale.ROOT);
    }

    /** Drills and recoveries, the newest first. */
    List<KnownDrill> launches(int most) {
        return all.stream().filter(drill -> drill.mode().launches()).limit(most).toList();
    }

    /** Ids of the drills and recoveries that have ended. */
    Stream<String> endedLaunches() {
        return all.stream()
                .filter(drill -> drill.mode().launches() && !drill.running())
                .map(drill -> drill.record().executionId());
    }

    Optional<KnownDrill> running() {
        return all.stream().filter(KnownDrill::running).findFirst();
    }

    Optional<KnownDrill> lastDrill() {
        return first(PlanDrills::isDrill);
    }

    /** The last drill that succeeded in AWS: what a simulator or anything else answered proves nothing. */
    Optional<KnownDrill> lastGoodDrill() {
        return first(drill -> isDrill(drill) && isProof(drill));
    }

    /** The last drill or recovery that succeeded in AWS. */
    Optional<KnownDrill> lastProof() {
        return first(drill -> drill.mode().launches() && isProof(drill));
    }

    private static boolean isProof(KnownDrill drill) {
        return drill.succeeded()
                && !drill.simulated()
                && drill.summary().filter(DrillSummary.Run::inAws).isPresent();
    }

    Optional<KnownDrill> lastCheck() {
        return first(drill -> drill.mode() == Mode.CHECK);
    }

    private static boolean isDrill(KnownDrill drill) {
        return drill.mode() == Mode.DRILL;
    }

    private Optional<KnownDrill> first(Predicate<KnownDrill> which) {
        return all.stream()
                .filter(drill -> !drill.running() && drill.summary().isPresent() && which.test(drill))
                .findFirst();
    }
}
