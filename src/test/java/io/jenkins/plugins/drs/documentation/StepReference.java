package io.jenkins.plugins.drs.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The reference of steps, taken apart by its headings. */
final class StepReference {
    static final Path FILE = Path.of("docs/jenkins/steps.md");

    private final List<Section> sections = new ArrayList<>();

    private record Section(String heading, String text) {}

    private StepReference(String text) {
        for (String part : text.split("(?m)^## ")) {
            int end = part.indexOf('\n');
            sections.add(new Section(end < 0 ? part : part.substring(0, end), end < 0 ? "" : part.substring(end)));
        }
    }

    static StepReference read() throws IOException {
        return new StepReference(Files.readString(FILE));
    }

    static StepReference of(String text) {
        return new StepReference(text);
    }

    /** Whether the overview at the top names a step. */
    boolean listsStep(String step) {
        return Pattern.compile("(?m)^\\| \\[?`" + step + "[` ]")
                .matcher(sections.get(0).text())
                .find();
    }

    /** Whether a section whose heading names the step has the argument in code. */
    boolean explainsInSectionOf(String step, String argument) {
        return sections.stream()
                .filter(section -> Pattern.compile("\\b" + step + "\\b")
                        .matcher(section.heading())
                        .find())
                .anyMatch(section -> isInCode(section.text(), argument));
    }

    /** Whether a table has a row about the argument. */
    boolean explainsInTable(String argument) {
        return sections.stream().anyMatch(section -> Pattern.compile("(?m)^\\| `" + argument + "` \\|")
                .matcher(section.text())
                .find());
    }

    private static boolean isInCode(String text, String word) {
        Pattern pattern = Pattern.compile("\\b" + word + "\\b");
        return MarkdownSnippets.of(FILE, text).stream()
                .anyMatch(code -> pattern.matcher(code.text()).find());
    }
}
