package io.jenkins.plugins.drs.simulator.ssm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.environment.DocumentSpec;
import io.jenkins.plugins.drs.simulator.service.Call;
import io.jenkins.plugins.drs.simulator.state.Region;
import io.jenkins.plugins.drs.simulator.wire.Json;
import java.util.List;
import java.util.Optional;

/** DescribeDocument, and how a document is found. Each has the one version that the environment declares. */
final class Documents {

    private Documents() {}

    static ObjectNode describe(Call call) {
        String name = call.text("Name").orElseThrow();
        DocumentSpec document = named(call.region(), name).orElseThrow(() -> SsmErrors.noDocument(name));
        String version = call.text("DocumentVersion").orElse("$DEFAULT");
        if (!hasVersion(document, version)) {
            throw SsmErrors.noDocumentVersion(name, version);
        }
        call.text("VersionName").ifPresent(versionName -> {
            throw SsmErrors.noDocumentVersion(name, versionName);
        });
        ObjectNode output = Json.object();
        output.set("Document", json(call.region(), document));
        return output;
    }

    /** A document by name, or by an ARN of this account and Region. */
    static Optional<DocumentSpec> named(Region region, String nameOrArn) {
        String ofAccount = region.arn("ssm", "document/");
        String ofAmazon = "arn:aws:ssm:" + region.name() + "::document/";
        String name = nameOrArn.startsWith(ofAccount)
                ? nameOrArn.substring(ofAccount.length())
                : nameOrArn.startsWith(ofAmazon) ? nameOrArn.substring(ofAmazon.length()) : nameOrArn;
        return region.spec().documents().stream()
                .filter(document -> document.name().equals(name))
                .findFirst();
    }

    static boolean isOfAmazon(DocumentSpec document) {
        return document.name().startsWith("AWS");
    }

    static boolean hasVersion(DocumentSpec document, String version) {
        return List.of("$DEFAULT", "$LATEST", document.version()).contains(version);
    }

    private static ObjectNode json(Region region, DocumentSpec document) {
        ObjectNode json = Json.object();
        json.put("Name", document.name());
        json.put("Owner", isOfAmazon(document) ? "Amazon" : region.accountId());
        json.put("CreatedDate", EpochTime.of(region.world().start()));
        json.put("Status", "Active");
        json.put("DocumentVersion", document.version());
        json.put("LatestVersion", document.version());
        json.put("DefaultVersion", document.version());
        json.put("DocumentType", document.type());
        json.put("DocumentFormat", "YAML");
        json.put("SchemaVersion", document.type().equals("Automation") ? "0.3" : "2.2");
        json.putArray("PlatformTypes").add("Windows").add("Linux").add("MacOS");
        putParameters(json.putArray("Parameters"), document);
        json.putArray("Tags");
        return json;
    }

    private static void putParameters(ArrayNode list, DocumentSpec document) {
        for (DocumentSpec.ParameterDeclaration parameter : document.parameters()) {
            ObjectNode json = list.addObject().put("Name", parameter.name()).put("Type", parameter.type());
            if (parameter.description() != null) {
                json.put("Description", parameter.description());
            }
            if (parameter.defaultValue() != null) {
                json.put("DefaultValue", parameter.defaultValue());
            }
        }
    }
}
