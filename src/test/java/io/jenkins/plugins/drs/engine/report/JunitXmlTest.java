package io.jenkins.plugins.drs.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.result.DrillStory;
import io.jenkins.plugins.drs.engine.result.ResultCollector;
import io.jenkins.plugins.drs.engine.result.Stories;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class JunitXmlTest {
    @Test
    void shouldHaveASuiteForEachPart() throws Exception {
        Document document = parse(JunitXml.of(Stories.allGoesWell().result()));

        assertThat(names(document, "testsuite"))
                .containsExactly(
                        "Preflight", "Wave 01 Database", "Wave 02 Application", "Wave 03 Web", "Cleanup", "Execution");
        assertThat(document.getElementsByTagName("failure").getLength()).isZero();
        assertThat(document.getElementsByTagName("skipped").getLength()).isZero();
    }

    @Test
    void shouldFailWhatFailedAndSkipWhatWasNotReached() throws Exception {
        Document document = parse(JunitXml.of(Stories.partialFailure().result()));

        assertThat(parents(document, "failure"))
                .containsExactly(
                        "app-02 (s-00000000000000004)",
                        "Warm Caches",
                        "drill instances are taken down",
                        "RECOVERY_INSTANCE i-00000000000000003 in 123456789012/us-east-1",
                        "3-Tier-App-Recovery");
        assertThat(parents(document, "skipped")).contains("web-01 (s-00000000000000005)", "Switch DNS");
        assertThat(document.getElementsByTagName("failure").item(0).getTextContent())
                .contains("LAUNCH_FAILED", Stories.CAPACITY);
    }

    @Test
    void shouldNameTheExecutionAndThePlanOfEachTest() throws Exception {
        var result = Stories.allGoesWell().result();
        Document document = parse(JunitXml.of(result));
        Element suite = (Element) document.getElementsByTagName("testsuite").item(1);
        Element test = (Element) suite.getElementsByTagName("testcase").item(1);

        assertThat(suite.getAttribute("id")).isEqualTo(result.run().executionId());
        assertThat(test.getAttribute("classname")).isEqualTo("3-Tier-App-Recovery.Wave 01 Database.server");
    }

    @Test
    void shouldKeepTestsOfASimulationApart() throws Exception {
        Document document = parse(JunitXml.of(Stories.simulated().result()));
        Element test = (Element) document.getElementsByTagName("testcase").item(0);

        assertThat(test.getAttribute("classname")).startsWith("[SIMULATED] 3-Tier-App-Recovery.");
    }

    @Test
    void shouldBeWellFormedAfterEveryEventWhateverTheNames() throws Exception {
        for (DrillStory story : List.of(Stories.hostile(), Stories.everythingHappens())) {
            ResultCollector collector = new ResultCollector();
            for (var event : story.events()) {
                collector.accept(event);
                parse(JunitXml.of(collector.result()));
            }
        }
    }

    @Test
    void shouldKeepItsCountsRight() throws Exception {
        Document document = parse(JunitXml.of(Stories.partialFailure().result()));
        for (int index = 0; index < document.getElementsByTagName("testsuite").getLength(); index++) {
            Element suite = (Element) document.getElementsByTagName("testsuite").item(index);
            assertThat(suite.getElementsByTagName("testcase").getLength())
                    .isEqualTo(Integer.parseInt(suite.getAttribute("tests")));
            assertThat(suite.getElementsByTagName("failure").getLength())
                    .isEqualTo(Integer.parseInt(suite.getAttribute("failures")));
        }
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static List<String> names(Document document, String tag) {
        var nodes = document.getElementsByTagName(tag);
        return java.util.stream.IntStream.range(0, nodes.getLength())
                .mapToObj(index -> ((Element) nodes.item(index)).getAttribute("name"))
                .toList();
    }

    private static List<String> parents(Document document, String tag) {
        var nodes = document.getElementsByTagName(tag);
        return java.util.stream.IntStream.range(0, nodes.getLength())
                .mapToObj(index -> ((Element) nodes.item(index).getParentNode()).getAttribute("name"))
                .toList();
    }
}
