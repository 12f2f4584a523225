package io.jenkins.plugins.drs.simulator.ec2;

import io.jenkins.plugins.drs.simulator.SimulatedAws;
import io.jenkins.plugins.drs.simulator.WireRequests;
import io.jenkins.plugins.drs.simulator.wire.Response;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What tests say to EC2, and how they look into its XML. */
final class Ec2Calls {
    private final SimulatedAws aws;

    Ec2Calls(SimulatedAws aws) {
        this.aws = aws;
    }

    /** Calls an operation with parameters such as {@code InstanceId.1=i-1&MaxResults=5}. */
    Answer call(String operation, String parameters) {
        String form = "Action=" + operation + "&Version=2016-11-15&" + parameters;
        return new Answer(aws.simulator().handle(WireRequests.query("ec2", form)));
    }

    /** Calls an operation that must be refused, and returns the error code. */
    String refusal(String operation, String parameters) {
        return call(operation, parameters).text("/Response/Errors/Error/Code");
    }

    /** An answer in XML. */
    static final class Answer {
        private final Response response;

        Answer(Response response) {
            this.response = response;
        }

        /** Texts of the elements that an XPath names. */
        List<String> texts(String path) {
            try {
                Document document = DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(response.body()));
                NodeList nodes = (NodeList)
                        XPathFactory.newInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
                List<String> texts = new ArrayList<>();
                for (int i = 0; i < nodes.getLength(); i++) {
                    texts.add(nodes.item(i).getTextContent());
                }
                return texts;
            } catch (Exception e) {
                throw new AssertionError("Expected XML with " + path + ", but got " + response.text(), e);
            }
        }

        /** Text of the one element that an XPath names. */
        String text(String path) {
            List<String> texts = texts(path);
            if (texts.size() != 1) {
                throw new AssertionError("Expected one " + path + ", but got " + response.text());
            }
            return texts.get(0);
        }
    }
}
