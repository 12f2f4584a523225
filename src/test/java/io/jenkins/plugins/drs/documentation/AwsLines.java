package io.jenkins.plugins.drs.documentation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** What the AWS CLI is told, held against the models of the AWS SDK: service, operation and parameters. */
final class AwsLines {
    private static final Set<String> GLOBAL =
            Set.of("query", "output", "region", "endpoint-url", "profile", "no-cli-pager");
    /** Of services whose SDK the product does not bring, from their API references. */
    private static final Map<String, Set<String>> OTHERS = Map.of(
            "iam create-role", Set.of("role-name", "assume-role-policy-document"),
            "iam put-role-policy", Set.of("role-name", "policy-name", "policy-document"),
            "iam put-user-policy", Set.of("user-name", "policy-name", "policy-document"),
            "dynamodb scan", Set.of("table-name"),
            "cloudformation describe-stacks", Set.of("stack-name"),
            "cloudformation describe-stack-events", Set.of("stack-name"),
            "cloudformation delete-stack", Set.of("stack-name"),
            "cloudformation continue-update-rollback", Set.of("stack-name"),
            "cloudformation deploy",
                    Set.of(
                            "stack-name",
                            "template-file",
                            "capabilities",
                            "no-fail-on-empty-changeset",
                            "tags",
                            "parameter-overrides"));

    private AwsLines() {}

    /** @param words behind {@code aws} */
    static List<String> problems(List<String> words) {
        if (words.size() < 2) {
            return List.of("no operation");
        }
        String call = words.get(0) + " " + words.get(1);
        Map<String, String> known = parameters(words.get(0), words.get(1));
        if (known.isEmpty() && !isOperation(words.get(0), words.get(1))) {
            return List.of("there is no operation " + call);
        }
        List<String> problems = new ArrayList<>();
        words.stream()
                .filter(word -> word.startsWith("--"))
                .map(word -> word.substring(2).replaceAll("=.*", ""))
                .filter(option -> !GLOBAL.contains(option) && !known.containsKey(letters(option)))
                .filter(option -> !(option.startsWith("no-") && known.containsKey(letters(option.substring(3)))))
                .forEach(option -> problems.add(call + " has no parameter " + option));
        return problems;
    }

    private static String letters(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(java.util.Locale.ROOT);
    }

    private static Map<String, String> parameters(String service, String operation) {
        Map<String, String> known = new TreeMap<>();
        OTHERS.getOrDefault(service + " " + operation, Set.of()).forEach(name -> known.put(letters(name), name));
        for (SdkField<?> field : fields(service, operation)) {
            known.put(letters(field.locationName()), field.memberName());
            known.put(letters(field.memberName()), field.memberName());
        }
        return known;
    }

    private static boolean isOperation(String service, String operation) {
        return OTHERS.containsKey(service + " " + operation) || request(service, operation) != null;
    }

    private static List<SdkField<?>> fields(String service, String operation) {
        SdkPojo request = request(service, operation);
        return request == null ? List.of() : request.sdkFields();
    }

    /** An empty request of the SDK; null where there is none. */
    private static SdkPojo request(String service, String operation) {
        String type = Arrays.stream(operation.split("-"))
                .map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1))
                .collect(Collectors.joining());
        try {
            Class<?> model = Class.forName("software.amazon.awssdk.services." + service + ".model." + type + "Request");
            Object builder = model.getMethod("builder").invoke(null);
            var build = Class.forName("software.amazon.awssdk.utils.builder.SdkBuilder")
                    .getMethod("build");
            return (SdkPojo) build.invoke(builder);
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
