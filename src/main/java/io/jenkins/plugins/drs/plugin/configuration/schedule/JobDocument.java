package io.jenkins.plugins.drs.plugin.configuration.schedule;

import com.thoughtworks.xstream.io.xml.DomWriter;
import hudson.model.Items;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The {@code config.xml} of a pipeline job. Changes what is made from the plan and leaves all else as it is. */
final class JobDocument {
    static final String TRIGGERS = "org.jenkinsci.plugins.workflow.job.properties.PipelineTriggersJobProperty";
    static final String TIMER = "hudson.triggers.TimerTrigger";

    private final Document document;

    private JobDocument(Document document) {
        this.document = document;
    }

    /** A new job, one build at a time, that means nothing yet. */
    static JobDocument blank(int buildsKept) {
        JobDocument blank = new JobDocument(builder().newDocument());
        Element root = blank.document.createElement("flow-definition");
        blank.document.appendChild(root);
        Element properties = blank.child(root, "properties");
        blank.child(properties, JobDifferences.SINGLE);
        if (buildsKept > 0) {
            Element strategy = blank.child(blank.child(properties, JobDifferences.ROTATOR), "strategy");
            strategy.setAttribute("class", "hudson.tasks.LogRotator");
            blank.set(strategy, "daysToKeep", "-1");
            blank.set(strategy, "numToKeep", Integer.toString(buildsKept));
            blank.set(strategy, "artifactDaysToKeep", "-1");
            blank.set(strategy, "artifactNumToKeep", "-1");
        }
        Element definition = blank.child(root, "definition");
        definition.setAttribute("class", "org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition");
        return blank;
    }

    /**
     * What Jenkins has loaded and would write of a job. The file of the job is no proof of that: Jenkins takes the last of
     * repeated elements, follows attributes that name classes and other elements, and reads over what it does not know.
     *
     * @throws IOException when Jenkins cannot write it
     */
    static JobDocument of(Object job) throws IOException {
        JobDocument loaded = new JobDocument(builder().newDocument());
        try {
            Items.XSTREAM2.marshal(job, new DomWriter(loaded.document));
        } catch (RuntimeException e) {
            throw unreadable(e);
        }
        return loaded;
    }

    /**
     * What Jenkins would have loaded of a job with this document.
     *
     * @throws IOException when Jenkins cannot read it
     */
    JobDocument asLoaded() throws IOException {
        try {
            return of(Items.XSTREAM2.fromXML(xml()));
        } catch (RuntimeException e) {
            throw unreadable(e);
        }
    }

    /** @throws IOException when it is not XML */
    static JobDocument parse(String xml) throws IOException {
        try {
            return new JobDocument(builder().parse(new InputSource(new StringReader(xml))));
        } catch (SAXException e) {
            throw unreadable(e);
        }
    }

    private static IOException unreadable(Exception cause) {
        return new IOException("The configuration of the job cannot be read: " + cause.getMessage(), cause);
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            return factory.newDocumentBuilder();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Every Java platform has an XML parser", e);
        }
    }

    JobDefinition meaning() {
        Element root = document.getDocumentElement();
        Element definition = find(root, "definition");
        Element timer = find(find(find(find(root, "properties"), TRIGGERS), "triggers"), TIMER);
        return new JobDefinition(
                text(root, "displayName"),
                text(root, "description"),
                text(definition, "script"),
                Boolean.parseBoolean(text(definition, "sandbox")),
                text(timer, "spec"));
    }

    JobDocument with(JobDefinition meaning) {
        Element root = document.getDocumentElement();
        set(root, "displayName", meaning.displayName());
        set(root, "description", meaning.description());
        Element definition = child(root, "definition");
        set(definition, "script", meaning.script());
        set(definition, "sandbox", Boolean.toString(meaning.sandbox()));
        Element triggers = child(child(child(root, "properties"), TRIGGERS), "triggers");
        if (meaning.schedule().isEmpty()) {
            remove(triggers, TIMER);
        } else {
            set(child(triggers, TIMER), "spec", meaning.schedule());
        }
        return this;
    }

    boolean isDisabled() {
        return Boolean.parseBoolean(text(document.getDocumentElement(), "disabled"));
    }

    JobDocument disabled(boolean disabled) {
        set(document.getDocumentElement(), "disabled", Boolean.toString(disabled));
        return this;
    }

    /** Labels the job; the label is for people, and proves nothing. */
    JobDocument with(PlanJobMark mark) {
        Element property = child(child(document.getDocumentElement(), "properties"), PlanJobProperty.class.getName());
        set(property, "plan", mark.plan());
        set(property, "purpose", mark.purpose().name());
        List.of("generated", "onDemand", "disabledWithPlan").forEach(old -> remove(property, old));
        return this;
    }

    /** A new job with what people may set of the former one. */
    static JobDocument blankLike(JobDocument former) {
        JobDocument blank = blank(-1);
        Element properties = find(blank.root(), "properties");
        for (Element property : children(find(former.root(), "properties"))) {
            if (JobDifferences.FREE_PROPERTIES.contains(property.getTagName())) {
                properties.appendChild(blank.document.importNode(property, true));
            }
        }
        return blank;
    }

    String xml() {
        try {
            Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            transformer.setOutputProperty(OutputKeys.VERSION, "1.1");
            StringWriter writer = new StringWriter();
            transformer.transform(new DOMSource(document), new StreamResult(writer));
            return writer.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException("Expected to write to memory, but failed", e);
        }
    }

    /** The first child of that name; null when there is none, or no parent. */
    static Element find(Element parent, String name) {
        for (Node node = parent == null ? null : parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                return element;
            }
        }
        return null;
    }

    Element root() {
        return document.getDocumentElement();
    }

    /** A list within a property of the job; null when there is none. */
    Element list(String property, String name) {
        return find(find(find(root(), "properties"), property), name);
    }

    /** Puts a list in place of another one, or where there is none; without elements, the property goes. */
    void replace(String property, String name, List<Element> elements) {
        List<Node> copies = elements.stream()
                .map(element -> document.importNode(element, true))
                .toList();
        Element properties = child(root(), "properties");
        remove(properties, property);
        if (!copies.isEmpty()) {
            Element list = child(child(properties, property), name);
            copies.forEach(list::appendChild);
        }
    }

    /** The elements within another one; none when that is null. */
    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent == null ? null : parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static String text(Element parent, String name) {
        Element element = find(parent, name);
        return element == null ? "" : element.getTextContent();
    }

    private Element child(Element parent, String name) {
        Element found = find(parent, name);
        return found != null ? found : (Element) parent.appendChild(document.createElement(name));
    }

    private void set(Element parent, String name, String text) {
        child(parent, name).setTextContent(text);
    }

    private static void remove(Element parent, String name) {
        Element found = find(parent, name);
        if (found != null) {
            parent.removeChild(found);
        }
    }
}
