package io.jenkins.plugins.drs.plugin.configuration.schedule;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Triggers and parameters in the {@code config.xml} of a pipeline job. */
final class JobLists {
    private static final String PARAMETERS = "hudson.model.ParametersDefinitionProperty";

    private final JobDocument document;
    private final List<String> changes = new ArrayList<>();

    JobLists(JobDocument document) {
        this.document = document;
    }

    /**
     * Changes the document where it is not as wished.
     *
     * @return what was changed, in words
     */
    List<String> follow(DesiredJob wish, List<String> plans) throws IOException {
        if (wish.triggers != null) {
            replace(JobDocument.TRIGGERS, "triggers", elements(wish.triggers), "triggers");
        }
        if (wish.parameters != null || wish.planParameter != null) {
            replace(PARAMETERS, "parameterDefinitions", parameters(wish, plans), "parameters");
        }
        return changes;
    }

    private List<Element> parameters(DesiredJob wish, List<String> plans) throws IOException {
        List<Element> wanted = new ArrayList<>(
                wish.parameters == null
                        ? JobDocument.children(document.list(PARAMETERS, "parameterDefinitions"))
                        : elements(wish.parameters));
        if (wish.planParameter == null) {
            return wanted;
        }
        int place = 0;
        while (place < wanted.size() && !name(wanted.get(place)).equals(wish.planParameter)) {
            place++;
        }
        if (place < wanted.size()) {
            wanted.remove(place);
        }
        if (!plans.isEmpty()) { // a choice without choices cannot be shown
            wanted.addAll(place, elements(wish.choice(plans)));
        }
        return wanted;
    }

    private static String name(Element parameter) {
        return JobDocument.text(parameter, "name");
    }

    private static List<Element> elements(String xml) throws IOException {
        return JobDocument.children(JobDocument.parse(xml).root());
    }

    private void replace(String property, String list, List<Element> wanted, String word) {
        List<Element> now = JobDocument.children(document.list(property, list));
        List<String> before = now.stream().map(JobLists::plain).toList();
        List<String> after = wanted.stream().map(JobLists::plain).toList();
        if (!before.equals(after)) {
            document.replace(property, list, wanted);
            changes.add(word + ": " + names(now) + " -> " + marked(wanted, now, before));
        }
    }

    private static String names(List<Element> elements) {
        return elements.stream().map(JobLists::shown).toList().toString();
    }

    /** Names of what is wanted; those that are there already, and mean something else, are marked. */
    private static String marked(List<Element> wanted, List<Element> now, List<String> before) {
        List<String> there = now.stream().map(JobLists::shown).toList();
        return wanted.stream()
                .map(element -> {
                    boolean changes = there.contains(shown(element)) && !before.contains(plain(element));
                    return shown(element) + (changes ? " (changed)" : "");
                })
                .toList()
                .toString();
    }

    private static String shown(Element element) {
        String name = name(element);
        String spec = JobDocument.text(element, "spec");
        String type = element.getTagName().replaceAll(".*\\.", "");
        return name.isEmpty() ? spec.isEmpty() ? type : type + " " + spec : name;
    }

    /** An element without what means nothing: blanks between elements, and which plugin wrote it. */
    private static String plain(Node node) {
        StringBuilder text = new StringBuilder();
        Map<String, String> attributes = JobDifferences.attributes((Element) node);
        boolean composed = !JobDocument.children((Element) node).isEmpty();
        text.append('<')
                .append(((Element) node).getTagName())
                .append(attributes.isEmpty() ? "" : " " + attributes)
                .append('>');
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element) {
                text.append(plain(child));
            } else if (!composed) {
                text.append(child.getNodeValue());
            }
        }
        return text.append("</>").toString();
    }
}
