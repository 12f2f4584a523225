package io.jenkins.plugins.drs.plugin.configuration.schedule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * Compares a job with one that Jenkins makes for a plan, both as Jenkins has loaded them. All that is there counts, and how
 * often, but for what does nothing to builds.
 */
final class JobDifferences {
    static final String SINGLE = "org.jenkinsci.plugins.workflow.job.properties.DisableConcurrentBuildsJobProperty";
    static final String ROTATOR = "jenkins.model.BuildDiscarderProperty";
    /** Who may see the job, and how many builds are kept: people may set these. */
    static final Set<String> FREE_PROPERTIES =
            Set.of(ROTATOR, "hudson.security.AuthorizationMatrixProperty", "com.sonyericsson.rebuild.RebuildSettings");

    private static final Set<String> FREE_ELEMENTS = Set.of("disabled", "keepDependencies");
    /** Elements that Jenkins writes without anything in them, or leaves out. */
    private static final Set<String> EMPTY_ELEMENTS = Set.of("actions", "triggers");

    private static final String LABEL = PlanJobProperty.class.getName();
    private static final Map<String, String> WORDS = Map.of(
            "displayName",
            "display name",
            "definition",
            "definition of the pipeline",
            "authToken",
            "a token to trigger builds remotely",
            "quietPeriod",
            "quiet period",
            SINGLE,
            "builds at the same time",
            JobDocument.TRIGGERS,
            "triggers",
            "hudson.model.ParametersDefinitionProperty",
            "parameters");

    private final Set<String> found = new LinkedHashSet<>();

    private JobDifferences() {}

    /** What of a job is not as in the one that was made, in words; empty when there is nothing. */
    static List<String> between(JobDocument made, JobDocument now) {
        String type = now.root().getTagName();
        if (!type.equals(made.root().getTagName())) {
            return List.of("type of the job: " + type);
        }
        JobDifferences differences = new JobDifferences();
        differences.compare(List.of(), made.root(), now.root());
        return List.copyOf(differences.found);
    }

    private void compare(List<String> path, Element made, Element now) {
        if (!attributes(made).equals(attributes(now)) || !text(made).equals(text(now))) {
            found.add(word(path));
            return;
        }
        Map<String, List<Element>> wanted = parts(path, made);
        Map<String, List<Element>> there = parts(path, now);
        Set<String> names = new LinkedHashSet<>(wanted.keySet());
        names.addAll(there.keySet());
        for (String name : names) {
            List<String> within = new ArrayList<>(path);
            within.add(name);
            compare(within, wanted.getOrDefault(name, List.of()), there.getOrDefault(name, List.of()));
        }
    }

    private void compare(List<String> path, List<Element> made, List<Element> now) {
        if (made.size() != now.size()) {
            found.add(word(path));
            return;
        }
        for (int place = 0; place < made.size(); place++) {
            compare(path, made.get(place), now.get(place));
        }
    }

    /** The elements within another one that count, by name. */
    private static Map<String, List<Element>> parts(List<String> path, Element parent) {
        Map<String, List<Element>> parts = new LinkedHashMap<>();
        for (Element part : JobDocument.children(parent)) {
            if (!isFree(path, part)) {
                parts.computeIfAbsent(part.getTagName(), name -> new ArrayList<>())
                        .add(part);
            }
        }
        return parts;
    }

    private static boolean isFree(List<String> path, Element part) {
        String name = part.getTagName();
        if (!attributes(part).isEmpty()) {
            return false;
        }
        if (path.isEmpty()) {
            return FREE_ELEMENTS.contains(name) || (EMPTY_ELEMENTS.contains(name) && isEmpty(part));
        }
        return path.equals(List.of("properties"))
                && (FREE_PROPERTIES.contains(name)
                        || name.equals(LABEL)
                        || (name.equals(JobDocument.TRIGGERS)
                                && JobDocument.children(part).stream().allMatch(JobDifferences::isEmpty)));
    }

    private static boolean isEmpty(Element element) {
        return attributes(element).isEmpty()
                && text(element).isEmpty()
                && JobDocument.children(element).isEmpty();
    }

    /** All but which plugin wrote the element. */
    static Map<String, String> attributes(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        Map<String, String> sorted = new TreeMap<>();
        for (int index = 0; index < attributes.getLength(); index++) {
            sorted.put(
                    attributes.item(index).getNodeName(), attributes.item(index).getNodeValue());
        }
        sorted.remove("plugin");
        return sorted;
    }

    /** What stands in the element itself, without line ends and blanks that mean nothing. */
    private static String text(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Text own) {
                text.append(own.getData());
            }
        }
        return JobDefinition.plain(text.toString());
    }

    private static String word(List<String> path) {
        String first = path.isEmpty() ? "type of the job" : path.get(0);
        if (path.size() < 2) {
            return WORDS.getOrDefault(first, first);
        }
        String second = path.get(1);
        if (first.equals("definition")) {
            return Set.of("script", "sandbox").contains(second) ? second : WORDS.get(first) + ": " + second;
        }
        boolean trigger = second.equals(JobDocument.TRIGGERS) && path.size() > 3;
        return trigger ? triggerWord(path.get(3)) : WORDS.getOrDefault(second, simple(second));
    }

    private static String triggerWord(String type) {
        return type.equals(JobDocument.TIMER) ? "schedule" : "trigger " + simple(type);
    }

    private static String simple(String type) {
        return type.replaceAll(".*\\.", "");
    }
}
