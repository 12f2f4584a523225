package io.jenkins.plugins.drs.simulator.ssm;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.drs.simulator.environment.DocumentSpec;
import io.jenkins.plugins.drs.simulator.environment.DocumentSpec.ParameterDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Parameters of an automation, held against what its document declares. */
final class AutomationParameters {
    private final DocumentSpec document;
    private final Map<String, List<String>> given = new TreeMap<>();

    private AutomationParameters(DocumentSpec document, JsonNode parameters) {
        this.document = document;
        parameters.fields().forEachRemaining(entry -> {
            List<String> values = new ArrayList<>();
            entry.getValue().forEach(value -> values.add(value.asText()));
            given.put(entry.getKey(), values);
        });
    }

    /**
     * The parameters with which a document is run: those given, and the document's defaults for the rest.
     *
     * @throws io.jenkins.plugins.drs.simulator.wire.AwsError if one is unknown, missing, or not of its type
     */
    static Map<String, List<String>> of(DocumentSpec document, JsonNode parameters) {
        return new AutomationParameters(document, parameters).complete();
    }

    private Map<String, List<String>> complete() {
        refuseUnknown();
        Map<String, List<String>> complete = new TreeMap<>(given);
        List<String> missing = new ArrayList<>();
        for (ParameterDeclaration declared : document.parameters()) {
            if (given.containsKey(declared.name())) {
                check(declared, given.get(declared.name()));
            } else if (declared.defaultValue() == null) {
                missing.add(declared.name());
            } else {
                complete.put(declared.name(), List.of(declared.defaultValue()));
            }
        }
        if (!missing.isEmpty()) {
            throw SsmErrors.badParameters(
                    "Required parameters " + missing + " of document " + document.name() + " are not provided.");
        }
        return complete;
    }

    private void refuseUnknown() {
        List<String> declared =
                document.parameters().stream().map(ParameterDeclaration::name).toList();
        List<String> unknown =
                given.keySet().stream().filter(name -> !declared.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw SsmErrors.badParameters(
                    "Parameters " + unknown + " are not defined in document " + document.name() + ".");
        }
    }

    private static void check(ParameterDeclaration declared, List<String> values) {
        boolean several = declared.type().endsWith("List") || declared.type().startsWith("List<");
        if (!several && values.size() != 1) {
            throw SsmErrors.badParameters("Parameter " + declared.name() + " of type " + declared.type()
                    + " takes one value, but got " + values.size() + ".");
        }
        String pattern =
                switch (declared.type()) {
                    case "Boolean" -> "(?i)true|false";
                    case "Integer" -> "-?[0-9]+";
                    default -> "(?s).*";
                };
        for (String value : values) {
            if (!value.matches(pattern)) {
                throw SsmErrors.badParameters("Value " + value + " of parameter " + declared.name() + " is not of type "
                        + declared.type() + ".");
            }
        }
    }
}
