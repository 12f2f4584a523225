package io.jenkins.plugins.drs.simulator.ssm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.environment.DocumentSpec;
import io.jenkins.plugins.drs.simulator.service.Call;
import io.jenkins.plugins.drs.simulator.service.Paging;
import io.jenkins.plugins.drs.simulator.wire.Json;
import java.util.ArrayList;
import java.util.List;

/** ListDocuments, with the filters for type, owner and beginning of the name. */
final class DocumentList {
    private static final Paging PAGING = new Paging("NextToken", "MaxResults", SsmErrors::badToken);
    private static final int LARGEST_PAGE = 50;

    private DocumentList() {}

    static ObjectNode list(Call call) {
        List<DocumentSpec> found = call.region().spec().documents().stream()
                .filter(document -> accepted(call, document))
                .toList();
        Paging.Page<DocumentSpec> page = PAGING.page(call, found, DocumentSpec::name, LARGEST_PAGE);
        ObjectNode output = Json.object();
        ArrayNode list = output.putArray("DocumentIdentifiers");
        page.items().forEach(document -> list.add(json(call, document)));
        page.putToken(output, "NextToken");
        return output;
    }

    private static boolean accepted(Call call, DocumentSpec document) {
        for (JsonNode filter : call.input().path("Filters")) {
            List<String> values = new ArrayList<>();
            filter.path("Values").forEach(value -> values.add(value.asText()));
            boolean fits =
                    switch (filter.path("Key").asText()) {
                        case "DocumentType" -> values.contains(document.type());
                        case "Owner" -> values.contains(Documents.isOfAmazon(document) ? "Amazon" : "Self");
                        case "Name" -> values.stream().anyMatch(document.name()::startsWith);
                        default ->
                            throw SsmErrors.badFilterKey(filter.path("Key").asText());
                    };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static ObjectNode json(Call call, DocumentSpec document) {
        ObjectNode json = Json.object();
        json.put("Name", document.name());
        json.put(
                "Owner",
                Documents.isOfAmazon(document) ? "Amazon" : call.region().accountId());
        json.put("DocumentVersion", document.version());
        json.put("DocumentType", document.type());
        json.put("DocumentFormat", "YAML");
        json.put("SchemaVersion", document.type().equals("Automation") ? "0.3" : "2.2");
        json.putArray("PlatformTypes").add("Windows").add("Linux").add("MacOS");
        json.putArray("Tags");
        return json;
    }
}
