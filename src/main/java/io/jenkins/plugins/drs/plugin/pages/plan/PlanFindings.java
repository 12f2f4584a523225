package io.jenkins.plugins.drs.plugin.pages.plan;

import io.jenkins.plugins.drs.engine.document.store.StoredConfiguration;
import io.jenkins.plugins.drs.engine.document.transfer.PlanFingerprints;
import io.jenkins.plugins.drs.engine.plan.ConfigurationValidation;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What validation says of stored plans, and what tells their contents apart. A revision never changes, so it is looked at once. */
final class PlanFindings {
    private static final Pattern OF_PLAN = Pattern.compile("/recoveryPlans/(\\d+)(/.*)?");

    private static volatile PlanFindings last = new PlanFindings(StoredConfiguration.NOTHING);

    private final StoredConfiguration stored;
    private final PlanFingerprints prints;
    private final Map<String, List<Problem>> byPlan = new HashMap<>();

    private PlanFindings(StoredConfiguration stored) {
        this.stored = stored;
        DrConfiguration configuration = stored.configuration();
        prints = PlanFingerprints.of(configuration);
        for (Problem problem : ConfigurationValidation.of(configuration)) {
            Matcher place = OF_PLAN.matcher(problem.pointer());
            if (place.matches()) {
                String plan = configuration
                        .recoveryPlans()
                        .get(Integer.parseInt(place.group(1)))
                        .planName();
                byPlan.computeIfAbsent(plan, first -> new ArrayList<>()).add(problem);
            }
        }
    }

    static PlanFindings of(StoredConfiguration stored) {
        PlanFindings known = last;
        if (known.stored != stored) {
            known = new PlanFindings(stored);
            last = known;
        }
        return known;
    }

    PlanFingerprints prints() {
        return prints;
    }

    List<Problem> of(String planName) {
        return byPlan.getOrDefault(planName, List.of());
    }
}
