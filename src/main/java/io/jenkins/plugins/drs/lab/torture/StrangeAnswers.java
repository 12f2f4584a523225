package io.jenkins.plugins.drs.lab.torture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.engine.aws.sdk.LocalEndpoint.Answer;
import io.jenkins.plugins.drs.engine.aws.sdk.LocalEndpoint.Ask;
import io.jenkins.plugins.drs.lab.torture.Trouble.StrangeAnswer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Answers that are not what AWS said, or that AWS never gave. */
final class StrangeAnswers {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ELEMENT = Pattern.compile("<(\\w+)>[^<]*</\\1>");
    private static final byte[] HUGE = new byte[33 << 20];
    private static final String PAGE =
            "<html><head><title>Blocked</title></head><body>Ask your administrator</body></html>";

    /** What calls ask for by its id, as their answers name it. */
    private static final Map<String, String> ASKED = Map.ofEntries(
            Map.entry("DescribeJobs", "jobID"),
            Map.entry("DescribeRecoveryInstances", "sourceServerID"),
            Map.entry("DescribeRecoverySnapshots", "sourceServerID"),
            Map.entry("GetLaunchConfiguration", "sourceServerID"),
            Map.entry("TerminateRecoveryInstances", "recoveryInstanceID"),
            Map.entry("GetAutomationExecution", "AutomationExecutionId"),
            Map.entry("DescribeInstanceInformation", "InstanceId"),
            Map.entry("DescribeInstances", "instanceId"),
            Map.entry("DescribeInstanceStatus", "instanceId"),
            Map.entry("DescribeLaunchTemplateVersions", "launchTemplateId"),
            Map.entry("GetSecretValue", "Name"),
            Map.entry("GetParameter", "Name"));

    private final List<StrangeAnswer> troubles;
    private final int[] met;
    private final Map<String, Answer> earlier = new HashMap<>();
    private Optional<Answer> before = Optional.empty();

    StrangeAnswers(Scenario scenario) {
        this.troubles = scenario.troubles(StrangeAnswer.class);
        this.met = new int[troubles.size()];
    }

    /** The trouble with the answer to this request; empty when there is none. */
    Optional<StrangeAnswer> of(Ask ask) {
        if (troubles.isEmpty()) {
            return Optional.empty();
        }
        String operation = operation(ask);
        Optional<StrangeAnswer> due = Optional.empty();
        for (int index = 0; index < met.length; index++) {
            StrangeAnswer trouble = troubles.get(index);
            if (trouble.operation().equals(operation) && trouble.strikes(met[index]++) && isPossible(trouble)) {
                due = Optional.of(trouble);
            }
        }
        return due;
    }

    private boolean isPossible(StrangeAnswer trouble) {
        return !trouble.how().isAnEarlierOne() || earlier.containsKey(trouble.operation());
    }

    private static String operation(Ask ask) {
        for (Map.Entry<String, List<String>> header : ask.headers().entrySet()) {
            if (header.getKey().equalsIgnoreCase("X-Amz-Target")) {
                String target = header.getValue().get(0);
                return target.substring(target.indexOf('.') + 1);
            }
        }
        String path = ask.path().replaceFirst("^/", "");
        return path.isEmpty()
                ? new String(ask.body(), StandardCharsets.UTF_8).replaceFirst("(?s)^Action=(\\w+).*", "$1")
                : path;
    }

    /** What comes in place of an answer that AWS never gave. */
    Answer invented(StrangeAnswer trouble) {
        return answer(trouble, new Answer(200, Map.of("Content-Type", "application/json"), new byte[0]));
    }

    /** What comes in place of an answer of AWS. */
    Answer changed(Ask ask, StrangeAnswer trouble, Answer real) {
        Answer answer = answer(trouble, real);
        passed(ask, real);
        return answer;
    }

    /** An answer of AWS came as it was. */
    void passed(Ask ask, Answer real) {
        if (!troubles.isEmpty()) {
            before = Optional.of(real);
            if (real.status() < 300) {
                earlier.putIfAbsent(operation(ask), real);
            }
        }
    }

    private Answer answer(StrangeAnswer trouble, Answer real) {
        return switch (trouble.how()) {
            case PAGE -> new Answer(trouble.status(), Map.of("Content-Type", "text/html"), bytes(PAGE));
            case STATUS_WITHOUT_CODE -> new Answer(trouble.status(), real.headers(), bytes("{}"));
            case NO_HEADERS -> new Answer(real.status(), Map.of(), real.body());
            case EMPTY_OBJECT -> with(real, "{}");
            case EMPTY_LIST -> with(real, "[]");
            case NULL -> with(real, "null");
            case NOTHING -> with(real, "");
            case HALF -> new Answer(real.status(), real.headers(), Arrays.copyOf(real.body(), real.body().length / 2));
            case GARBAGE -> with(real, "\u0007\u00e9\u0001{<" + trouble.place());
            case HUGE -> new Answer(real.status(), real.headers(), HUGE);
            case THE_ONE_BEFORE -> before.orElse(real);
            case AN_EARLIER_ONE -> earlier.get(trouble.operation());
            case AN_EARLIER_ONE_WITHOUT_NAMES -> nameless(earlier.get(trouble.operation()));
            case ANOTHER_ID -> with(real, anotherId(trouble, new String(real.body(), StandardCharsets.UTF_8)));
            case MEMBER_MISSING, MEMBER_NULL, MEMBER_OF_ANOTHER_TYPE ->
                new Answer(
                        real.status(),
                        real.headers(),
                        bytes(other(trouble, new String(real.body(), StandardCharsets.UTF_8))));
        };
    }

    /** The models of AWS require neither. */
    private static Answer nameless(Answer job) {
        String text = new String(job.body(), StandardCharsets.UTF_8);
        return with(
                job,
                text.replaceFirst("\"tags\"\\s*:\\s*\\{[^}]*}", "\"tags\":{}")
                        .replaceFirst("(?s)\"participatingServers\"\\s*:\\s*\\[.*?]", "\"participatingServers\":[]"));
    }

    private static Answer with(Answer real, String body) {
        return new Answer(real.status(), new TreeMap<>(real.headers()), bytes(body));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The same text about something else: where an answer repeats what was asked for, one id has another end. */
    private static String anotherId(StrangeAnswer trouble, String text) {
        Pattern id = Pattern.compile("[\"<]" + ASKED.get(trouble.operation()) + "(?:\"\\s*:\\s*\"|>)[^\"<]+");
        List<MatchResult> ids = id.matcher(text).results().toList();
        if (ids.isEmpty()) {
            return text;
        }
        int last = ids.get(trouble.place() * ids.size() / 1000).end() - 1;
        return text.substring(0, last) + (text.charAt(last) == '0' ? '1' : '0') + text.substring(last + 1);
    }

    private static String other(StrangeAnswer trouble, String text) {
        try {
            return text.startsWith("<") ? xml(trouble, text) : json(trouble, text);
        } catch (IOException e) {
            return text;
        }
    }

    private static String xml(StrangeAnswer trouble, String text) {
        List<MatchResult> elements = ELEMENT.matcher(text).results().toList();
        if (elements.isEmpty()) {
            return text;
        }
        MatchResult element = elements.get(trouble.place() * elements.size() / 1000);
        String name = element.group(1);
        String now =
                switch (trouble.how()) {
                    case MEMBER_MISSING -> "";
                    case MEMBER_NULL -> "<" + name + "/>";
                    default -> "<" + name + "><item>x</item></" + name + ">";
                };
        return text.substring(0, element.start()) + now + text.substring(element.end());
    }

    private static String json(StrangeAnswer trouble, String text) throws IOException {
        JsonNode tree = JSON.readTree(text);
        List<Runnable> changes = new ArrayList<>();
        collect(tree, trouble, changes);
        if (!changes.isEmpty()) {
            changes.get(trouble.place() * changes.size() / 1000).run();
        }
        return tree.toString();
    }

    private static void collect(JsonNode node, StrangeAnswer trouble, List<Runnable> changes) {
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> changes.add(() -> change(object, name, trouble)));
        }
        node.forEach(child -> collect(child, trouble, changes));
    }

    private static void change(ObjectNode object, String name, StrangeAnswer trouble) {
        switch (trouble.how()) {
            case MEMBER_MISSING -> object.remove(name);
            case MEMBER_NULL -> object.set(name, NullNode.instance);
            default -> {
                if (object.get(name).isContainerNode()) {
                    object.put(name, "x");
                } else {
                    object.putArray(name).addObject();
                }
            }
        }
    }
}
