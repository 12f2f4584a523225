package io.jenkins.plugins.drs.documentation;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Code in help files and Jelly: {@code <code>} and {@code <pre>}. Both are XML. */
final class PageSnippets {
    private PageSnippets() {}

    static List<Snippet> of(Path file, String text) {
        List<Snippet> found = new ArrayList<>();
        Document page = parse(text);
        collect(page, "pre", new Target(file, Snippet.Kind.SCRIPT, found));
        collect(page, "code", new Target(file, Snippet.Kind.INLINE, found));
        return found;
    }

    static Document parse(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(text)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalArgumentException("Expected well-formed XML, but: " + e.getMessage(), e);
        }
    }

    private record Target(Path file, Snippet.Kind kind, List<Snippet> found) {}

    private static void collect(Document page, String element, Target target) {
        NodeList nodes = page.getElementsByTagName(element);
        for (int index = 0; index < nodes.getLength(); index++) {
            String text = nodes.item(index).getTextContent();
            target.found.add(new Snippet(target.file, 1, target.kind, text));
        }
    }
}
