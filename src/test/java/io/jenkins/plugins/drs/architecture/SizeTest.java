package io.jenkins.plugins.drs.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the product's files and methods to their size. There are no exceptions. */
class SizeTest {
    private static final int MOST_LINES_OF_A_FILE = 300;
    private static final int MOST_LINES_OF_A_METHOD = 40;
    private static final int LINES_OF_A_USUAL_FILE = 100;
    private static final int LINES_OF_A_LONG_FILE = 250;

    private static List<SourceFile> product;

    @BeforeAll
    static void measure() throws Exception {
        product = SourceFile.below(Path.of("src/main/java"));
    }

    @Test
    void shouldMeasureTheWholeProduct() {
        assertThat(product).hasSizeGreaterThan(200);
        assertThat(product.stream().mapToInt(file -> file.methods().size()).sum())
                .isGreaterThan(800);
    }

    @Test
    void shouldKeepFilesShort() {
        assertThat(tooLong(product)).isEmpty();
    }

    @Test
    void shouldKeepMethodsShort() {
        assertThat(tooLongMethods(product)).isEmpty();
    }

    @Test
    void shouldKeepMostFilesShorterStill() {
        int[] lines = product.stream().mapToInt(SourceFile::lines).sorted().toArray();

        assertThat(lines[lines.length / 2]).isLessThanOrEqualTo(LINES_OF_A_USUAL_FILE);
        assertThat(lines[lines.length * 9 / 10]).isLessThanOrEqualTo(LINES_OF_A_LONG_FILE);
    }

    @Test
    void shouldFindAMethodAndAFileThatAreTooLong(@TempDir Path temp) throws Exception {
        Path file = temp.resolve("Long.java");
        String body = "        run();\n".repeat(MOST_LINES_OF_A_METHOD - 1);
        String filling = "\n".repeat(MOST_LINES_OF_A_FILE);
        Files.writeString(
                file, "class Long {\n    @Override\n    public void run() {\n" + body + "    }\n" + filling + "}\n");

        var seeded = SourceFile.parse(List.of(file));

        assertThat(tooLong(seeded)).hasSize(1);
        assertThat(tooLongMethods(seeded)).singleElement().satisfies(method -> {
            assertThat(method.name()).isEqualTo("run");
            assertThat(method.lines()).isEqualTo(MOST_LINES_OF_A_METHOD + 2);
        });
    }

    private static List<String> tooLong(List<SourceFile> files) {
        return files.stream()
                .filter(file -> file.lines() > MOST_LINES_OF_A_FILE)
                .map(file -> file.path() + " has " + file.lines() + " lines")
                .toList();
    }

    private static List<SourceFile.Method> tooLongMethods(List<SourceFile> files) {
        return files.stream()
                .flatMap(file -> file.methods().stream())
                .filter(method -> method.lines() > MOST_LINES_OF_A_METHOD)
                .toList();
    }
}
