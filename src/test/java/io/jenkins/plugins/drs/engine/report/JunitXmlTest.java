package io.jenkins.plugins.drs.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.result.DrillStory;
import io.jenkins.plugins.drs.engine.result.ResultCollector;
import io.jenkins.plugins.drs.engine.result.Stories;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
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
                        "the wave completes",
                        "drill instances are terminated",
                        "recovery instance i-00000000000000003 in 123456789012/us-east-1",
                        "3-Tier-App-Recovery",
                        "recovery time (RTO)");
        assertThat(parents(document, "skipped")).contains("web-01 (s-00000000000000005)", "Switch DNS");
        assertThat(document.getElementsByTagName("failure").item(0).getTextContent())
                .contains("LAUNCH_FAILED", Stories.CAPACITY);
    }

    @Test
    void shouldSayOfAFailedServerWhyAndWhatToDo() throws Exception {
        Document document = parse(JunitXml.of(Stories.partialFailure().result()));
        Element failure = (Element) document.getElementsByTagName("failure").item(0);

        assertThat(failure.getAttribute("message")).isNotBlank();
        assertThat(failure.getTextContent().lines().map(line -> line.replaceFirst(":.*", "")))
                .startsWith("What happened", "AWS said", "What to do", "Failed in")
                .contains("Job", "Where", "Proof");
    }

    @Test
    void shouldTellPlanExecutionAndObjectivesAsProperties() throws Exception {
        var result = Stories.allGoesWell().result();
        Document document = parse(JunitXml.of(result));
        var suites = document.getElementsByTagName("testsuite");

        assertThat(properties((Element) suites.item(1)))
                .containsEntry("planName", "3-Tier-App-Recovery")
                .containsEntry("executionId", result.run().executionId())
                .containsEntry("wave", "Database")
                .containsEntry("serversRecovered", "2");
        assertThat(properties((Element) suites.item(suites.getLength() - 1)))
                .containsEntry("rtoSeconds", "2106.000")
                .containsEntry("rtoObjectiveSeconds", "3600.000")
                .containsEntry("rtoMet", "true");
    }

    @Test
    void shouldKeepToTheCommonFormInEveryStory() throws Exception {
        Validator form = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(JunitXmlTest.class.getResource("/junit/junit.xsd"))
                .newValidator();
        for (DrillStory story : Stories.all()) {
            form.validate(new StreamSource(new StringReader(JunitXml.of(story.result()))));
        }
    }

    @Test
    void shouldShowTheSummaryWithTheExecution() throws Exception {
        Document document = parse(JunitXml.of(Stories.partialFailure().result()));
        var output = document.getElementsByTagName("system-out");

        assertThat(output.item(output.getLength() - 1).getTextContent())
                .contains("What failed, and what to do about it");
    }

    private static Map<String, String> properties(Element suite) {
        var nodes = suite.getElementsByTagName("property");
        Map<String, String> all = new HashMap<>();
        for (int index = 0; index < nodes.getLength(); index++) {
            Element property = (Element) nodes.item(index);
            all.put(property.getAttribute("name"), property.getAttribute("value"));
        }
        return all;
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
