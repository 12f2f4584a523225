package io.jenkins.plugins.drs.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Forms and help files of a class, as Jenkins looks them up: those of its superclasses count, too. */
final class Forms {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path TAGS = RESOURCES.resolve("io/jenkins/plugins/drs/plugin/steps/form");
    private static final String OWN_TAGS = "/io/jenkins/plugins/drs/plugin/steps/form";

    private Forms() {}

    /** Whether a class has a file of that name. */
    static boolean has(Class<?> type, String name) {
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            if (Files.exists(folder(each).resolve(name))) {
                return true;
            }
        }
        return false;
    }

    private static Path folder(Class<?> type) {
        return RESOURCES.resolve(type.getName().replace('.', '/').replace('$', '/'));
    }

    /** Fields that the form of a class asks for; a field with code of its own is known by its help. */
    static Set<String> fields(Class<?> type) {
        Set<String> fields = new TreeSet<>();
        collect(folder(type).resolve("config.jelly"), fields);
        return fields;
    }

    private static void collect(Path jelly, Set<String> fields) {
        try {
            NodeList elements = PageSnippets.parse(Files.readString(jelly))
                    .getDocumentElement()
                    .getElementsByTagName("*");
            for (int index = 0; index < elements.getLength(); index++) {
                collect((Element) elements.item(index), fields);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(Element element, Set<String> fields) {
        if (element.hasAttribute("field")) {
            fields.add(element.getAttribute("field"));
        }
        String help = element.getAttribute("help").replaceAll(".*getHelpFile\\('(\\w+)'\\).*", "$1");
        if (help.matches("\\w+")) {
            fields.add(help);
        }
        String prefix = element.getTagName().replaceAll(":.*", "");
        String library = element.getOwnerDocument().getDocumentElement().getAttribute("xmlns:" + prefix);
        if (library.equals(OWN_TAGS)) {
            collect(TAGS.resolve(element.getTagName().replaceAll(".*:", "") + ".jelly"), fields);
        }
    }
}
