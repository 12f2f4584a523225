package io.jenkins.plugins.drs.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every promise names tests that are there. */
class GuaranteesTest {
    private static final Path DOCUMENT = Path.of("docs/guarantees.md");
    private static final List<Path> BITES = List.of(
            Path.of("src/test/java/io/jenkins/plugins/drs/lab/torture/TortureBitesTest.java"),
            Path.of("src/test/java/io/jenkins/plugins/drs/plugin/configuration/schedule/AuthorityBitesTest.java"));
    private static final Pattern BROKEN = Pattern.compile("Arguments\\.of\\(\\s*([0-9]),");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");
    private static final Pattern ROW = Pattern.compile("^\\| ([0-9]) \\| (`\\w+Test`.*) \\|$", Pattern.MULTILINE);
    private static final Pattern PROMISE = Pattern.compile("^\\| ([0-9]) \\| [A-Z].*\\. \\|$", Pattern.MULTILINE);

    @Test
    void shouldNameTestsThatAreThere() throws IOException {
        Set<String> named = all(TEST);

        assertThat(named).isNotEmpty();
        assertThat(tests()).containsAll(named);
    }

    @Test
    void shouldNameATestForEachPromise() throws IOException {
        assertThat(all(ROW)).isNotEmpty().isEqualTo(all(PROMISE));
    }

    /** Whether tests bite is shown by engines that have one thing wrong. */
    @Test
    void shouldShowABrokenEngineForEachPromise() throws IOException {
        Set<String> tried = new TreeSet<>();
        for (Path bites : BITES) {
            Matcher matcher = BROKEN.matcher(Files.readString(bites));
            while (matcher.find()) {
                tried.add(matcher.group(1));
            }
        }

        assertThat(tried).isNotEmpty().isEqualTo(all(PROMISE));
    }

    private static Set<String> all(Pattern pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(Files.readString(DOCUMENT));
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static Set<String> tests() throws IOException {
        try (var files = Files.walk(Path.of("src/test/java"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }
}
