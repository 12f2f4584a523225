package io.jenkins.plugins.drs.plugin.configuration.schedule;

import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plans that were renamed, as far as two configurations tell. */
final class Renames {
    private Renames() {}

    /**
     * Former names to new ones. A plan was renamed when its name is gone and a new one stands in its place, with the
     * same waves, or as the only plan that changed at all.
     */
    static Map<String, String> between(DrConfiguration before, DrConfiguration after) {
        Map<String, String> renames = new LinkedHashMap<>();
        List<RecoveryPlan> old = before.recoveryPlans();
        List<RecoveryPlan> now = after.recoveryPlans();
        for (int place = 0; old.size() == now.size() && place < old.size(); place++) {
            RecoveryPlan former = old.get(place);
            RecoveryPlan plan = now.get(place);
            boolean other = after.plan(former.planName()).isEmpty()
                    && before.plan(plan.planName()).isEmpty();
            if (other && (former.waves().equals(plan.waves()) || changed(old, now) == 1)) {
                renames.put(former.planName(), plan.planName());
            }
        }
        return renames;
    }

    private static int changed(List<RecoveryPlan> old, List<RecoveryPlan> now) {
        int changed = 0;
        for (int place = 0; place < old.size(); place++) {
            changed += old.get(place).equals(now.get(place)) ? 0 : 1;
        }
        return changed;
    }
}
