package io.jenkins.plugins.drs.engine.report;

import io.jenkins.plugins.drs.engine.result.PlainText;
import io.jenkins.plugins.drs.engine.result.RunInfo;
import io.jenkins.plugins.drs.engine.result.Timing;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes suites. Characters that XML does not allow become U+FFFD. */
final class JunitWriter {
    private final XMLStreamWriter xml;
    private String executionId = "";
    private String plan = "";

    JunitWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** Tests of a simulation are others than those of a drill, also in the history that tools keep of them. */
    void begin(RunInfo run, Timing timing) throws XMLStreamException {
        executionId = run.executionId();
        plan = (run.starter().simulated() ? "[SIMULATED] " : "") + run.planName();
        xml.writeStartElement("testsuites");
        attribute("name", plan);
        attribute("time", seconds(timing));
        xml.writeCharacters("\n");
    }

    void end() throws XMLStreamException {
        xml.writeEndElement();
    }

    void write(TestSuite suite) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        attribute("id", executionId);
        attribute("name", suite.name());
        attribute("tests", String.valueOf(suite.cases().size()));
        attribute("failures", String.valueOf(suite.count(TestSuite.Verdict.FAILED)));
        attribute("errors", "0");
        attribute("skipped", String.valueOf(suite.count(TestSuite.Verdict.SKIPPED)));
        attribute("time", seconds(suite.timing()));
        if (suite.timing().started().isPresent()) {
            attribute(
                    "timestamp",
                    suite.timing()
                            .started()
                            .get()
                            .truncatedTo(ChronoUnit.SECONDS)
                            .toString());
        }
        for (TestSuite.Case test : suite.cases()) {
            xml.writeCharacters("\n  ");
            write(suite.name(), test);
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeCharacters("\n");
    }

    private void write(String suite, TestSuite.Case test) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("classname", part(plan) + "." + part(suite) + "." + test.group());
        attribute("name", test.name());
        attribute("time", seconds(test.timing()));
        if (test.verdict() == TestSuite.Verdict.FAILED) {
            xml.writeStartElement("failure");
            attribute("type", test.group());
            attribute("message", test.message());
            xml.writeCharacters(safeLines(test.details()));
            xml.writeEndElement();
        } else if (test.verdict() == TestSuite.Verdict.SKIPPED) {
            xml.writeEmptyElement("skipped");
            attribute("message", test.message());
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
