package io.jenkins.plugins.drs.simulator.ssm;

import io.jenkins.plugins.drs.simulator.environment.DocumentSpec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What somebody asked to be run.
 *
 * @param parameters with the document's defaults
 * @param mode {@code Auto} or {@code Interactive}
 * @param executedBy ARN of the caller
 */
record AutomationOrder(DocumentSpec document, Map<String, List<String>> parameters, String mode, String executedBy) {
    /** The outputs of a successful automation. */
    Map<String, List<String>> outputs() {
        Map<String, List<String>> outputs = new TreeMap<>();
        document.outputs()
                .forEach((name, values) ->
                        outputs.put(name, values.stream().map(this::filled).toList()));
        return outputs;
    }

    /** The text with the values of parameters in place of {@code {{ Name }}}. */
    String filled(String text) {
        String filled = text;
        for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
            filled = filled.replace("{{ " + parameter.getKey() + " }}", String.join(",", parameter.getValue()));
        }
        return filled;
    }
}
