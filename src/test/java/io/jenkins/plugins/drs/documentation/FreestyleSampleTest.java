package io.jenkins.plugins.drs.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.plugin.steps.DrillBuilder;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Jobs in XML set fields that the build step has. */
class FreestyleSampleTest {
    @Test
    void shouldSetWhatTheBuildStepHas() throws Exception {
        Document job = PageSnippets.parse(Files.readString(Path.of("samples/jenkins/freestyle/config.xml"))
                .replaceFirst("version='1.1'", "version='1.0'"));

        assertThat(unknown(job)).isEmpty();
        assertThat(job.getElementsByTagName(DrillBuilder.class.getName()).getLength())
                .isEqualTo(1);
    }

    @Test
    void shouldFindFieldThatTheBuildStepDoesNotHave() {
        String name = DrillBuilder.class.getName();

        assertThat(unknown(PageSnippets.parse("<a><" + name + "><planFil>x</planFil></" + name + "></a>")))
                .containsExactly("planFil");
    }

    private static List<String> unknown(Document job) {
        List<String> known = Stream.of(DrillBuilder.class.getDeclaredFields())
                .map(Field::getName)
                .toList();
        List<String> unknown = new ArrayList<>();
        Element builder =
                (Element) job.getElementsByTagName(DrillBuilder.class.getName()).item(0);
        NodeList children = builder.getElementsByTagName("*");
        for (int index = 0; index < children.getLength(); index++) {
            String field = ((Element) children.item(index)).getTagName();
            if (!known.contains(field)) {
                unknown.add(field);
            }
        }
        return unknown;
    }
}
