package io.jenkins.plugins.drs.hpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** The root build and the one below {@code hpi} make the same plugin. */
class TwoBuildsTest {
    private static final XPath XPATH = XPathFactory.newInstance().newXPath();

    private Document root;
    private Document hpi;

    @BeforeEach
    void read() throws Exception {
        root = parse(Path.of("pom.xml"));
        hpi = parse(Path.of("hpi/pom.xml"));
    }

    @Test
    void shouldAskForTheSameJenkins() throws Exception {
        String version = text(hpi, "/project/properties/jenkins.version")
                .replace("${jenkins.baseline}", text(hpi, "/project/properties/jenkins.baseline"));

        assertThat(version).isEqualTo(text(root, "/project/properties/jenkins.version"));
    }

    @Test
    void shouldHaveTheSameNameAndVersion() throws Exception {
        String version = text(hpi, "/project/properties/revision") + text(hpi, "/project/properties/changelist");

        assertThat(version).isEqualTo(text(root, "/project/version"));
        assertThat(text(hpi, "/project/artifactId")).isEqualTo(text(root, "/project/artifactId"));
        assertThat(text(hpi, "/project/name")).isEqualTo(text(root, "/project/name"));
    }

    @Test
    void shouldBringTheSameVersionOfTheSdk() throws Exception {
        String version = "/project/properties/aws.sdk.version";

        assertThat(text(hpi, version)).isEqualTo(text(root, version)).isNotEmpty();
    }

    @Test
    void shouldDependOnTheSamePlugins() throws Exception {
        List<String> ofRoot = Arrays.stream(
                        text(root, "/project/properties/plugin.dependencies").split(","))
                .map(dependency -> dependency.strip().replaceAll(":.*", ""))
                .toList();
        List<String> ofHpi = texts(
                hpi, "/project/dependencies/dependency[not(scope) and groupId!='software.amazon.awssdk']/artifactId");

        assertThat(ofHpi).isNotEmpty().containsExactlyInAnyOrderElementsOf(ofRoot);
    }

    private static Document parse(Path file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(file.toFile());
    }

    private static String text(Document document, String path) throws XPathExpressionException {
        return XPATH.evaluate(path, document);
    }

    private static List<String> texts(Document document, String path) throws XPathExpressionException {
        NodeList nodes = (NodeList) XPATH.evaluate(path, document, XPathConstants.NODESET);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(index -> nodes.item(index).getTextContent())
                .toList();
    }
}
