package io.jenkins.plugins.drs.engine.document;

import io.jenkins.plugins.drs.engine.plan.AutomationAction;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.plan.ValidationPolicy;
import io.jenkins.plugins.drs.engine.plan.Wave;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lays recovery plans out as documents. */
final class PlanLayout {
    private PlanLayout() {}

    static Document plan(RecoveryPlan plan) {
        return new Document()
                .put("planName", plan.planName())
                .putFilled("description", plan.description())
                .putPresent("rto", plan.rto().map(Duration::toString))
                .putPresent("rpo", plan.rpo().map(Duration::toString))
                .putPresent("schedule", plan.schedule().drills())
                .putPresent("checkSchedule", plan.schedule().checks())
                .put("waves", plan.waves().stream().map(PlanLayout::wave).toList())
                .putUnknown(plan.unknown());
    }

    private static Document wave(Wave wave) {
        Document document = new Document().put("waveName", wave.waveName());
        List<String> groups = wave.protectionGroupNames();
        if (groups.size() == 1) {
            document.put("protectionGroupName", groups.get(0));
        } else {
            document.put("protectionGroupNames", groups);
        }
        return document.putPresent("dependsOn", wave.dependsOn())
                .put("pauseBefore", wave.policy().pauseBefore())
                .put("maxWaitTime", time(wave.policy().maxWaitTime()))
                .put("onFailure", Scalars.word(wave.policy().onFailure()))
                .put("validation", validation(wave))
                .putFilled("preWaveActions", actions(wave.preWaveActions()))
                .putFilled("postWaveActions", actions(wave.postWaveActions()))
                .putUnknown(wave.unknown(), "validation");
    }

    private static Document validation(Wave wave) {
        ValidationPolicy policy = wave.policy().validation();
        return new Document()
                .put("statusChecks", policy.statusChecks())
                .put("ssmAgent", policy.ssmAgent())
                .put("maxWaitTime", time(policy.maxWaitTime()))
                .putUnknown(Unknown.inner(wave.unknown(), "validation"));
    }

    private static List<Document> actions(List<AutomationAction> actions) {
        return actions.stream().map(PlanLayout::action).toList();
    }

    private static Document action(AutomationAction action) {
        return new Document()
                .put("name", action.name())
                .put("documentName", action.document().name())
                .putPresent("documentVersion", action.document().version())
                .putFilled("parameters", parameters(action))
                .put("maxWaitTime", time(action.maxWaitTime()))
                .put("onFailure", Scalars.word(action.onFailure()))
                .putPresent("region", action.target().map(Target::region))
                .putPresent("accountId", action.target().flatMap(Target::accountId))
                .putUnknown(action.unknown());
    }

    /** A list of one is written as its value, which reads back as a list of one. */
    private static Map<String, Object> parameters(AutomationAction action) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        action.parameters()
                .forEach((name, values) -> parameters.put(name, values.size() == 1 ? values.get(0) : values));
        return parameters;
    }

    /** Whole seconds as a number; anything finer, which validation refuses, as it is. */
    private static Object time(Duration duration) {
        return duration.getNano() == 0 ? (Object) duration.getSeconds() : duration.toString();
    }
}
