package io.jenkins.plugins.drs.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The page of all arguments of all steps, made of their classes and help files. */
final class StepPage {
    static final Path FILE = Path.of("docs/jenkins/step-reference.md");
    private static final String HEAD = """
            # Every argument of every step

            Made of the steps' classes and of the help that Jenkins shows, by a test that fails when this page says something else.
            [steps.md](steps.md) explains the steps with examples and tells what they return.
            """;

    private StepPage() {}

    static String text() throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        for (OwnSteps.OwnStep step : OwnSteps.all()) {
            page.append("\n## ").append(step.name()).append("\n\n");
            page.append(help(step.type(), "help.html")).append('\n');
            if (step.model().block()) {
                page.append("\nTakes a block.\n");
            }
            if (!step.model().arguments().isEmpty()) {
                page.append("\n| argument | takes | |\n| --- | --- | --- |\n");
            }
            for (Argument argument : step.model().arguments().values()) {
                page.append(row(step, argument));
            }
        }
        return page.toString();
    }

    private static String row(OwnSteps.OwnStep step, Argument argument) throws IOException {
        boolean alone = step.model().positional().filter(argument::equals).isPresent();
        String need = argument.need() == Argument.Need.MANDATORY
                ? alone ? "Required, its name may be left out. " : "Required. "
                : "";
        String takes = type(argument)
                + words(step, argument).map(words -> ": " + words).orElse("");
        return "| `" + argument.name() + "` | " + takes + " | " + need
                + help(step.type(), "help-" + argument.name() + ".html").replace("|", "\\|") + " |\n";
    }

    private static String type(Argument argument) {
        return switch (argument.type().getSimpleName().toLowerCase(Locale.ROOT)) {
            case "boolean" -> "`true` or `false`";
            case "int", "integer", "long" -> "whole number";
            case "double" -> "number";
            case "string" -> "text";
            case "map" -> "map";
            case "list" -> "list";
            default -> "see help";
        };
    }

    /** The words that a dropdown of the product offers, of those that the step takes. */
    private static Optional<String> words(OwnSteps.OwnStep step, Argument argument) {
        if (argument.type() != String.class || argument.problem("no such word").isEmpty()) {
            return Optional.empty();
        }
        List<String> known =
                List.of("fail", "skip", "overwrite", "keep", "refuse", "wait", "unstable", "failure", "ignore");
        List<String> taken = known.stream()
                .filter(word -> argument.problem(word).isEmpty())
                .map(word -> "`" + word + "`")
                .toList();
        return Optional.of(String.join(", ", taken)).filter(words -> !words.isEmpty());
    }

    /** Of the class, or of the nearest superclass that has the file; HTML as far as Markdown has it. */
    private static String help(Class<?> type, String name) throws IOException {
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            Path file = Path.of("src/main/resources")
                    .resolve(each.getName().replace('.', '/').replace('$', '/'))
                    .resolve(name);
            if (Files.exists(file)) {
                return markdown(Files.readString(file));
            }
        }
        throw new IllegalStateException("Expected " + type + " to have " + name);
    }

    private static String markdown(String html) {
        return html.replaceAll("(?s)<!--.*?-->", " ")
                .replaceAll("</?(code|tt)>", "`")
                .replaceAll("</?(em|i)>", "*")
                .replaceAll("</?(strong|b)>", "**")
                .replaceAll("(?s)<[^>]+>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .replaceAll(" ([.,;:)])", "$1")
                .strip();
    }
}
