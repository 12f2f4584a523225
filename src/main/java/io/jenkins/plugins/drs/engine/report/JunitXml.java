package io.jenkins.plugins.drs.engine.report;

import io.jenkins.plugins.drs.engine.result.DrillResult;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Results as JUnit XML: a suite for preflight, for each wave, for cleanup and for the execution as a whole. */
public final class JunitXml {
    private JunitXml() {}

    /** The text of {@code junit.xml}. */
    public static String of(DrillResult result) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            write(new JunitWriter(xml), result);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("JUnit XML cannot be written to memory: " + e.getMessage(), e);
        }
        return text + "\n";
    }

    private static void write(JunitWriter junit, DrillResult result) throws XMLStreamException {
        List<TestSuite> suites = TestSuites.of(result);
        junit.begin(result.run(), result.verdict().timing(), suites);
        for (TestSuite suite : suites) {
            junit.write(suite);
        }
        junit.end();
    }
}
