package io.jenkins.plugins.drs.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What Maven is told, held against the project: phases, plugins, tests and properties. */
final class MavenLines {
    private static final Set<String> PHASES = Set.of("validate", "compile", "test", "package", "verify", "install");

    private MavenLines() {}

    /** @param words behind {@code mvn} */
    static List<String> problems(List<String> words) throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        List<String> problems = new ArrayList<>();
        for (String word : words) {
            if (word.startsWith("-D")) {
                property(word.substring(2), pom, problems);
            } else if (word.contains(":")) {
                String prefix = word.substring(0, word.indexOf(':'));
                if (!pom.contains("<artifactId>" + prefix + "-maven-plugin</artifactId>")) {
                    problems.add("pom.xml has no plugin " + prefix);
                }
            } else if (!word.matches("-[BqUo]") && !PHASES.contains(word)) {
                problems.add("Maven has no phase " + word);
            }
        }
        return problems;
    }

    private static void property(String setting, String pom, List<String> problems) throws IOException {
        String name = setting.replaceAll("=.*", "");
        if (name.equals("test")) {
            for (String test : setting.substring("test=".length()).split(",")) {
                if (Snippets.files("src/test/java", path -> path.endsWith(test + ".java"))
                        .isEmpty()) {
                    problems.add("there is no test " + test);
                }
            }
        } else if (!pom.contains("${" + name + "}") && !isRead(name)) {
            problems.add("nothing reads the property " + name);
        }
    }

    private static boolean isRead(String name) throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src"))) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                if (Files.readString(source).contains("\"" + name + "\"")) {
                    return true;
                }
            }
        }
        return false;
    }
}
