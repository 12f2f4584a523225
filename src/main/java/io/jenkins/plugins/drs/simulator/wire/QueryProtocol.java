package io.jenkins.plugins.drs.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** What the two query dialects share: a form in, XML out. */
abstract class QueryProtocol implements Protocol {
    static final String XML = "text/xml;charset=UTF-8";

    private final Map<CommonFailure, ErrorName> names;

    QueryProtocol(Map<CommonFailure, ErrorName> names) {
        this.names = names;
    }

    @Override
    public boolean isTextual() {
        return true;
    }

    @Override
    public AwsError failure(CommonFailure failure, String message) {
        ErrorName name = names.get(failure);
        return new AwsError(name.status(), name.code(), message);
    }

    @Override
    public Decoded decode(Request request) {
        List<Map.Entry<String, String>> pairs =
                request.method().equals("GET") ? request.queryPairs() : Request.pairs(request.text());
        ObjectNode tree = FormTree.of(pairs);
        String operation = tree.path("Action").asText();
        String version = tree.path("Version").asText();
        if (operation.isEmpty() || !version.equals(version())) {
            throw failure(
                    CommonFailure.UNKNOWN_OPERATION,
                    "The action " + operation + " is not valid for this web service, version " + version + ".");
        }
        tree.remove(List.of("Action", "Version"));
        return new Decoded(operation, tree);
    }

    /** The one version of the API that is simulated. */
    abstract String version();
}
