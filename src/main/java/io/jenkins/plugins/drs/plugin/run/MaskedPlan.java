package io.jenkins.plugins.drs.plugin.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.drs.engine.document.PlanDocument;
import io.jenkins.plugins.drs.engine.plan.AutomationAction;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.DynamicReferences;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.Wave;
import io.jenkins.plugins.drs.engine.redaction.Redaction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts references where a plan has values that the build masks, so that nothing that is kept holds a value. */
final class MaskedPlan {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHORTEST_PART = 4; // a shorter value is replaced only where it is all of a parameter

    private final MaskedValues values;
    private final List<Map.Entry<String, String>> masked;
    private final Redaction redaction;

    /** @param masked takes in texts that hold a masked value in another form */
    MaskedPlan(MaskedValues masked) {
        this.values = masked;
        this.redaction = Redaction.of(masked.values());
        this.masked = new ArrayList<>(masked.byVariable().entrySet());
        this.masked.sort(Comparator.comparing(
                        (Map.Entry<String, String> entry) -> entry.getValue().length())
                .reversed());
    }

    /**
     * The plan of that name with references in place of masked values in the parameters of its actions.
     *
     * @throws IOException when a masked value stands elsewhere, as in a name or description; its message says where
     */
    DrConfiguration in(DrConfiguration configuration, String planName) throws IOException {
        if (masked.isEmpty()) {
            return configuration;
        }
        DrConfiguration replaced = configuration.withPlans(
                configuration.recoveryPlans().stream().map(this::plan).toList());
        refuse(JSON.readTree(PlanDocument.canonicalJson(replaced, planName)), "");
        return replaced;
    }

    private RecoveryPlan plan(RecoveryPlan plan) {
        return plan.withWaves(plan.waves().stream().map(this::wave).toList());
    }

    private Wave wave(Wave wave) {
        return wave.withActions(actions(wave.preWaveActions()), actions(wave.postWaveActions()));
    }

    private List<AutomationAction> actions(List<AutomationAction> actions) {
        return actions.stream().map(this::action).toList();
    }

    private AutomationAction action(AutomationAction action) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        action.parameters()
                .forEach((name, values) -> parameters.put(
                        name, values.stream().map(this::referring).toList()));
        return action.withParameters(parameters);
    }

    /** A text that holds a masked value in another form, such as Base64, is a masked value itself. */
    private String referring(String value) {
        String replaced = withReferences(value);
        return redaction.of(replaced).equals(replaced) ? replaced : values.reference(value);
    }

    /** References that are there stay as they are. */
    private String withReferences(String value) {
        Optional<Map.Entry<String, String>> whole =
                masked.stream().filter(entry -> entry.getValue().equals(value)).findFirst();
        if (whole.isPresent()) {
            return values.reference(value);
        }
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (DynamicReferences.Occurrence there : DynamicReferences.in(value).occurrences()) {
            text.append(replaced(value.substring(from, there.start()))).append(value, there.start(), there.end());
            from = there.end();
        }
        return text.append(replaced(value.substring(from))).toString();
    }

    private String replaced(String text) {
        for (Map.Entry<String, String> entry : masked) {
            int at = entry.getValue().length() < SHORTEST_PART ? -1 : text.indexOf(entry.getValue());
            if (at >= 0) {
                String after = text.substring(at + entry.getValue().length());
                return replaced(text.substring(0, at)) + values.reference(entry.getValue()) + replaced(after);
            }
        }
        return text;
    }

    private void refuse(JsonNode node, String path) throws IOException {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            check(field.getKey(), path);
            refuse(field.getValue(), path + "/" + field.getKey());
        }
        for (int index = 0; node.isArray() && index < node.size(); index++) {
            refuse(node.get(index), path + "/" + index);
        }
        if (node.isTextual()) {
            check(node.asText(), path);
        }
    }

    private void check(String text, String path) throws IOException {
        if (redaction.of(text).equals(text)) {
            return;
        }
        for (Map.Entry<String, String> entry : masked) {
            if (!Redaction.of(List.of(entry.getValue())).of(text).equals(text)) {
                throw new IOException(Messages.masked_elsewhere(entry.getKey(), path.isEmpty() ? "/" : path));
            }
        }
    }
}
