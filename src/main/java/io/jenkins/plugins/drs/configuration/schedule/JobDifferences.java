package io.jenkins.plugins.drs.configuration.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * Says what of a job is not as Jenkins makes jobs of plans: all of its configuration counts, but for what does nothing to
 * its builds.
 */
final class JobDifferences {
    static final String SINGLE = "org.jenkinsci.plugins.workflow.job.properties.DisableConcurrentBuildsJobProperty";
    static final String ROTATOR = "jenkins.model.BuildDiscarderProperty";

    private static final String TYPE = "flow-definition";
    private static final String DEFINITION = "org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition";
    private static final String TIMER = "hudson.triggers.TimerTrigger";
    private static final Set<String> OWN_ELEMENTS =
            Set.of("displayName", "description", "properties", "definition", "disabled", "keepDependencies");
    /** Elements that Jenkins writes without anything in them. */
    private static final Set<String> EMPTY_ELEMENTS = Set.of("actions", "triggers");
    /** Who may see the job, and how many builds are kept: people may set these. */
    static final Set<String> FREE_PROPERTIES =
            Set.of(ROTATOR, "hudson.security.AuthorizationMatrixProperty", "com.sonyericsson.rebuild.RebuildSettings");

    private static final Map<String, String> WORDS = Map.of(
            "hudson.model.ParametersDefinitionProperty",
            "parameters",
            "authToken",
            "a token to trigger builds remotely");

    private final List<String> found = new ArrayList<>();

    private JobDifferences() {}

    /** What does not come from a plan at all, in words; empty when there is nothing. */
    static List<String> extras(JobDocument document) {
        JobDifferences differences = new JobDifferences();
        differences.type(document.root());
        differences.elements(document.root());
        differences.definition(JobDocument.find(document.root(), "definition"));
        differences.properties(JobDocument.find(document.root(), "properties"));
        return differences.found;
    }

    /** All that is not as wanted, in words; empty when the job is just that. */
    static List<String> of(JobDocument document, JobMeaning wanted) {
        List<String> found = new ArrayList<>(extras(document));
        JobMeaning now = document.meaning();
        note(found, "display name", now.displayName(), wanted.displayName());
        note(found, "description", now.description(), wanted.description());
        note(found, "script", now.script(), wanted.script());
        note(found, "sandbox", now.sandbox(), wanted.sandbox());
        note(found, "schedule", now.schedule(), wanted.schedule());
        return found;
    }

    private static void note(List<String> found, String word, Object now, Object wanted) {
        if (!now.equals(wanted)) {
            found.add(word);
        }
    }

    private void type(Element root) {
        if (!root.getTagName().equals(TYPE)) {
            found.add("type of the job: " + root.getTagName());
        }
    }

    private void elements(Element root) {
        for (Element element : JobDocument.children(root)) {
            String name = element.getTagName();
            boolean empty = EMPTY_ELEMENTS.contains(name)
                    && JobDocument.children(element).isEmpty();
            if (!empty && !OWN_ELEMENTS.contains(name)) {
                found.add(word(name));
            }
        }
    }

    private void definition(Element definition) {
        if (definition == null || !definition.getAttribute("class").equals(DEFINITION)) {
            found.add("definition of the pipeline");
            return;
        }
        for (Element element : JobDocument.children(definition)) {
            if (!Set.of("script", "sandbox").contains(element.getTagName())) {
                found.add("definition of the pipeline: " + element.getTagName());
            }
        }
    }

    private void properties(Element properties) {
        boolean single = false;
        for (Element property : JobDocument.children(properties)) {
            String name = property.getTagName();
            if (name.equals(SINGLE)) {
                single = !Boolean.parseBoolean(JobDocument.text(property, "abortPrevious"));
            } else if (name.equals(JobDocument.TRIGGERS)) {
                triggers(JobDocument.find(property, "triggers"));
            } else if (!name.equals(PlanJobProperty.class.getName()) && !FREE_PROPERTIES.contains(name)) {
                found.add(word(name));
            }
        }
        if (!single) {
            found.add("builds at the same time");
        }
    }

    private void triggers(Element triggers) {
        for (Element trigger : JobDocument.children(triggers)) {
            if (!trigger.getTagName().equals(TIMER)) {
                found.add("trigger " + word(trigger.getTagName()));
            }
        }
    }

    private static String word(String name) {
        return WORDS.getOrDefault(name, name.replaceAll(".*\\.", ""));
    }
}
