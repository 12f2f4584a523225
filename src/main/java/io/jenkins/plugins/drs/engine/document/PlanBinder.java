package io.jenkins.plugins.drs.engine.document;

import io.jenkins.plugins.drs.engine.plan.JsonPointer;
import io.jenkins.plugins.drs.engine.plan.OnFailure;
import io.jenkins.plugins.drs.engine.plan.PlanSchedule;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.ValidationPolicy;
import io.jenkins.plugins.drs.engine.plan.Wave;
import io.jenkins.plugins.drs.engine.plan.WavePolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes recovery plans and their waves of a document's fields. */
final class PlanBinder {
    private final Findings findings;
    private final Pointers pointers;
    private final ActionBinder actions;

    PlanBinder(Findings findings, Pointers pointers) {
        this.findings = findings;
        this.pointers = pointers;
        actions = new ActionBinder(findings);
    }

    RecoveryPlan bind(Fields fields) {
        return new RecoveryPlan(
                fields.text("planName"),
                fields.text("description"),
                fields.duration("rto"),
                fields.duration("rpo"),
                new PlanSchedule(fields.optionalText("schedule"), fields.optionalText("checkSchedule")),
                fields.objects("waves", this::wave),
                fields.unknown());
    }

    private Wave wave(Fields fields) {
        Map<String, Object> inner = new LinkedHashMap<>();
        String name = fields.text("waveName");
        List<String> groups = groups(fields);
        Optional<List<String>> dependsOn = dependencies(fields);
        WavePolicy policy = policy(fields, inner);
        var before = fields.objects("preWaveActions", actions::bind);
        var after = fields.objects("postWaveActions", actions::bind);
        Map<String, Object> unknown = fields.unknown();
        unknown.putAll(inner);
        return new Wave(name, groups, dependsOn, policy, before, after, unknown);
    }

    private List<String> groups(Fields fields) {
        List<String> one = fields.optionalText("protectionGroupName").stream().toList();
        List<String> several = fields.texts("protectionGroupNames");
        JsonPointer oneAt = fields.at().child("protectionGroupName");
        JsonPointer severalAt = fields.at().child("protectionGroupNames");
        if (!fields.has("protectionGroupNames")) {
            pointers.put(severalAt.child(0), oneAt);
            return one;
        }
        if (!one.isEmpty()) {
            findings.error(
                    oneAt,
                    fields.position("protectionGroupName"),
                    "The wave has both protectionGroupName and protectionGroupNames",
                    "List all groups in protectionGroupNames");
        }
        pointers.put(oneAt, severalAt);
        return several;
    }

    /** A null means absent, as everywhere: the wave waits for the one before it. */
    private Optional<List<String>> dependencies(Fields fields) {
        return fields.has("dependsOn") ? Optional.of(fields.texts("dependsOn")) : Optional.empty();
    }

    private static WavePolicy policy(Fields fields, Map<String, Object> unknownOfWave) {
        return new WavePolicy(
                fields.flag("pauseBefore").orElse(false),
                fields.duration("maxWaitTime").orElse(WavePolicy.DEFAULT_MAX_WAIT),
                fields.choice("onFailure", OnFailure.class).orElse(OnFailure.STOP),
                validation(fields.object("validation"), unknownOfWave));
    }

    private static ValidationPolicy validation(Optional<Fields> written, Map<String, Object> unknownOfWave) {
        if (written.isEmpty()) {
            return ValidationPolicy.DEFAULT;
        }
        Fields fields = written.get();
        ValidationPolicy policy = new ValidationPolicy(
                fields.flag("statusChecks").orElse(ValidationPolicy.DEFAULT.statusChecks()),
                fields.flag("ssmAgent").orElse(ValidationPolicy.DEFAULT.ssmAgent()),
                fields.duration("maxWaitTime").orElse(ValidationPolicy.DEFAULT.maxWaitTime()));
        Unknown.putInner(unknownOfWave, "validation", fields.unknown());
        return policy;
    }
}
