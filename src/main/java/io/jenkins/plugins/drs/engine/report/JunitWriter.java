package io.jenkins.plugins.drs.engine.report;

import io.jenkins.plugins.drs.engine.report.TestSuites.TestProperties;
import io.jenkins.plugins.drs.engine.result.PlainText;
import io.jenkins.plugins.drs.engine.result.RunInfo;
import io.jenkins.plugins.drs.engine.result.Timing;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes suites. Characters that XML does not allow become U+FFFD. */
final class JunitWriter {
    private final XMLStreamWriter xml;
    private String executionId = "";
    private String plan = "";
    private String host = "";
    private Map<String, String> properties = Map.of();

    JunitWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** Tests of a simulation are others than those of a drill, also in the history that tools keep of them. */
    void begin(RunInfo run, Timing timing, List<TestSuite> suites) throws XMLStreamException {
        executionId = run.executionId();
        plan = run.starter().mark() + run.planName();
        properties = TestProperties.of(run);
        host = run.starter().host();
        xml.writeStartElement("testsuites");
        attribute("name", plan);
        counts(suites);
        attribute("time", seconds(timing));
        xml.writeCharacters("\n");
    }

    private void counts(List<TestSuite> suites) throws XMLStreamException {
        attribute("tests", sum(suites, suite -> suite.cases().size()));
        attribute("failures", sum(suites, suite -> suite.count(TestSuite.Verdict.FAILED)));
        attribute("errors", "0");
        attribute("skipped", sum(suites, suite -> suite.count(TestSuite.Verdict.SKIPPED)));
    }

    private static String sum(List<TestSuite> suites, ToLongFunction<TestSuite> count) {
        return String.valueOf(suites.stream().mapToLong(count).sum());
    }

    void end() throws XMLStreamException {
        xml.writeEndElement();
    }

    void write(TestSuite suite) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        attribute("id", executionId);
        attribute("name", suite.name());
        counts(List.of(suite));
        attribute("time", seconds(suite.timing()));
        if (suite.timing().started().isPresent()) {
            attribute("timestamp", timestamp(suite.timing().started().get()));
        }
        attribute("hostname", host);
        properties(suite.properties());
        for (TestSuite.Case test : suite.cases()) {
            xml.writeCharacters("\n  ");
            write(suite.name(), test);
        }
        output("\n  ", String.join("\n", suite.output()));
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeCharacters("\n");
    }

    /** In UTC, without a zone, as readers of the format expect it. */
    private static String timestamp(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "");
    }

    private void properties(Map<String, String> more) throws XMLStreamException {
        Map<String, String> all = new LinkedHashMap<>(properties);
        all.putAll(more);
        xml.writeCharacters("\n  ");
        xml.writeStartElement("properties");
        for (Map.Entry<String, String> property : all.entrySet()) {
            if (!property.getValue().isEmpty()) {
                xml.writeCharacters("\n    ");
                xml.writeEmptyElement("property");
                attribute("name", property.getKey());
                attribute("value", property.getValue());
            }
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private void output(String before, String text) throws XMLStreamException {
        if (!text.isEmpty()) {
            xml.writeCharacters(before);
            xml.writeStartElement("system-out");
            xml.writeCharacters(safeLines(text));
            xml.writeEndElement();
        }
    }

    private void write(String suite, TestSuite.Case test) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("classname", part(plan) + "." + part(suite) + "." + test.group());
        attribute("name", test.name());
        attribute("time", seconds(test.timing()));
        switch (test.verdict()) {
            case FAILED -> {
                xml.writeStartElement("failure");
                attribute("type", test.group());
                attribute("message", test.message());
                xml.writeCharacters(safeLines(test.details()));
                xml.writeEndElement();
            }
            case SKIPPED -> {
                xml.writeEmptyElement("skipped");
                attribute("message", test.message());
            }
            case PASSED -> output("", test.details());
        }
        xml.writeEndElement();
    }

    /** Dots part the names of packages. */
    private static String part(String name) {
        return name.replace('.', '_');
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, PlainText.line(value));
    }

    private static String safeLines(String text) {
        return String.join("\n", text.lines().map(PlainText::line).toList());
    }

    private static String seconds(Timing timing) {
        long millis = timing.length().map(Duration::toMillis).orElse(0L);
        return BigDecimal.valueOf(millis, 3).toPlainString();
    }
}
