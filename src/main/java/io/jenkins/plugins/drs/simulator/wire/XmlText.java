package io.jenkins.plugins.drs.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * XML written from a tree: a field becomes an element, an array an element with one child for each entry. A field
 * that is called {@code list/entry} gives its entries that name instead of the usual one.
 */
final class XmlText {
    private final StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final String listElement;

    /** Entries of a list are called {@code item} by EC2 and {@code member} by STS. */
    XmlText(String listElement) {
        this.listElement = listElement;
    }

    XmlText open(String name) {
        text.append('<').append(name).append('>');
        return this;
    }

    XmlText open(String name, String namespace) {
        text.append('<').append(name).append(" xmlns=\"").append(namespace).append("\">");
        return this;
    }

    XmlText close(String name) {
        text.append("</").append(name).append('>');
        return this;
    }

    XmlText element(String name, String content) {
        open(name);
        escape(content);
        return close(name);
    }

    void members(ObjectNode object) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            value(field.getKey(), field.getValue());
        }
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void value(String name, JsonNode value) {
        if (value.isNull()) {
            return;
        }
        if (value instanceof ObjectNode object) {
            open(name);
            members(object);
            close(name);
        } else if (value.isArray()) {
            int slash = name.indexOf('/');
            String list = slash < 0 ? name : name.substring(0, slash);
            String element = slash < 0 ? listElement : name.substring(slash + 1);
            open(list);
            value.forEach(entry -> value(element, entry));
            close(list);
        } else {
            element(name, value.asText());
        }
    }

    private void escape(String content) {
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            switch (c) {
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '&' -> text.append("&amp;");
                case '"' -> text.append("&quot;");
                case '\r' -> text.append("&#xD;");
                default -> text.append(c >= ' ' || c == '\n' || c == '\t' ? c : '?');
            }
        }
    }
}
