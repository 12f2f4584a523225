package io.jenkins.plugins.drs.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds every piece of code that users may copy. */
final class Snippets {
    private Snippets() {}

    /** All of the project. */
    static List<Snippet> all() throws IOException {
        List<Snippet> found = new ArrayList<>();
        for (Path file : files("", path -> isJenkinsfile(path) && !path.startsWith("src"))) {
            found.add(new Snippet(file, 1, Snippet.Kind.SCRIPT, Files.readString(file)));
        }
        for (Path file : files("", path -> path.toString().endsWith(".md"))) {
            found.addAll(MarkdownSnippets.of(file, Files.readString(file)));
        }
        for (Path file : files("src/main/resources", Snippets::isPage)) {
            found.addAll(PageSnippets.of(file, Files.readString(file)));
        }
        return found;
    }

    private static boolean isJenkinsfile(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith("Jenkinsfile") || name.endsWith("Jenkinsfile") || name.endsWith(".groovy");
    }

    private static boolean isPage(Path path) {
        return path.toString().endsWith(".html") || path.toString().endsWith(".jelly");
    }

    /** Files of the project, without those that a build made; the change log speaks of what was, too. */
    static List<Path> files(String below, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(below))) {
            return files.filter(Files::isRegularFile)
                    .filter(path -> !path.startsWith("target")
                            && !path.startsWith(".git")
                            && !path.startsWith("hpi/target")
                            && !path.endsWith("CHANGELOG.md"))
                    .filter(wanted)
                    .sorted()
                    .toList();
        }
    }
}
