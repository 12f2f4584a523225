package io.jenkins.plugins.drs.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds the product's files, methods, constructors and packages to their size. The first two have no exceptions; those of
 * the others may only shrink.
 */
class SizeTest {
    private static final int MOST_LINES_OF_A_FILE = 300;
    private static final int MOST_LINES_OF_A_METHOD = 40;
    private static final int LINES_OF_A_USUAL_FILE = 100;
    private static final int LINES_OF_A_LONG_FILE = 250;

    private static final int MOST_PARAMETERS = 7;
    private static final int MOST_COMPONENTS_OF_A_RECORD = 12;
    private static final int MOST_FILES_OF_A_PACKAGE = 20;
    private static final Map<String, Integer> LARGER_PACKAGES = Map.ofEntries(
            Map.entry("cli", 23),
            Map.entry("engine/aws/sdk", 37),
            Map.entry("engine/document", 32),
            Map.entry("engine/event", 24),
            Map.entry("engine/plan", 40),
            Map.entry("engine/report/html", 26),
            Map.entry("engine/result", 49),
            Map.entry("engine/state", 30),
            Map.entry("lab/torture", 39),
            Map.entry("plugin/configuration/schedule", 23),
            Map.entry("plugin/run", 56),
            Map.entry("plugin/steps", 34),
            Map.entry("simulator/drs", 22));
    private static final Set<String> LARGER_RECORDS = Set.of("SourceServerSpec");
    /** The first is generated, one for each package. */
    private static final Set<String> SHARED_NAMES =
            Set.of("Messages", "Change", "Disk", "Paging", "SourceServer", "Timing");

    private static final int LINES_OF_A_GUEST = 25;
    private static final int GUESTS_WITH_A_FILE = 15;

    private static List<SourceFile> product;
    private static JavaClasses classes;

    @BeforeAll
    static void measure() throws Exception {
        product = SourceFile.below(Path.of("src/main/java"));
        classes = Compiled.product();
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

    @Test
    void shouldKeepPackagesSmall() {
        assertThat(crowded(product)).isEmpty();
    }

    @Test
    void shouldKeepConstructorsShort() {
        assertThat(wide(classes)).isSubsetOf(LARGER_RECORDS);
    }

    @Test
    void shouldGiveEachPublicTypeANameOfItsOwn() {
        assertThat(shared(classes)).isSubsetOf(SHARED_NAMES);
    }

    @Test
    void shouldKeepASmallTypeInsideTheOneFileThatUsesIt() {
        assertThat(guests(product, classes)).hasSizeLessThanOrEqualTo(GUESTS_WITH_A_FILE);
    }

    @Test
    void shouldFindPackagesConstructorsAndNamesThatBreakTheRules() {
        List<SourceFile> many = new ArrayList<>();
        for (int i = 0; i <= MOST_FILES_OF_A_PACKAGE; i++) {
            many.add(new SourceFile(Path.of("drs/room/File" + i + ".java"), 1, List.of()));
        }
        var importer = new ClassFileImporter();

        assertThat(crowded(many)).containsExactly("drs/room has 21 files");
        assertThat(wide(importer.importClasses(Wide.class))).containsExactly("Wide");
        assertThat(shared(importer.importClasses(java.util.Date.class, java.sql.Date.class)))
                .containsExactly("Date");
    }

    private static final class Wide {
        Wide(int a, int b, int c, int d, int e, int f, int g, int h) {
            assertThat(a + b + c + d + e + f + g + h).isPositive();
        }
    }

    private static List<String> crowded(List<SourceFile> files) {
        Map<String, Long> packages = files.stream()
                .collect(Collectors.groupingBy(
                        file -> file.path().getParent().toString().replaceFirst(".*/plugins/drs/", ""),
                        TreeMap::new,
                        Collectors.counting()));
        packages.entrySet()
                .removeIf(entry ->
                        entry.getValue() <= LARGER_PACKAGES.getOrDefault(entry.getKey(), MOST_FILES_OF_A_PACKAGE));
        return packages.entrySet().stream()
                .map(entry -> entry.getKey() + " has " + entry.getValue() + " files")
                .toList();
    }

    private static Set<String> wide(JavaClasses all) {
        return all.stream()
                .filter(type -> !type.isEnum() && !type.isAnonymousClass())
                .flatMap(type -> type.getConstructors().stream())
                .filter(made -> !made.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(made -> made.getRawParameterTypes().size() > most(made))
                .map(made -> made.getOwner().getSimpleName())
                .collect(Collectors.toSet());
    }

    private static int most(JavaConstructor constructor) {
        return constructor.getOwner().isRecord() ? MOST_COMPONENTS_OF_A_RECORD : MOST_PARAMETERS;
    }

    private static Set<String> shared(JavaClasses all) {
        return all.stream()
                .filter(type -> type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC))
                .collect(Collectors.groupingBy(JavaClass::getSimpleName, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Small types with a file of their own that one other file uses. */
    private static List<String> guests(List<SourceFile> files, JavaClasses all) {
        return files.stream()
                .filter(file -> code(file) < LINES_OF_A_GUEST)
                .map(file -> file.path().toString().replaceFirst(".*src/main/java/", ""))
                .map(path -> path.replaceFirst("\\.java$", "").replace('/', '.'))
                .filter(all::contain)
                .filter(name -> all.get(name).getDirectDependenciesToSelf().stream()
                                .map(use -> use.getOriginClass().getName().replaceFirst("\\$.*", ""))
                                .filter(user -> !user.equals(name))
                                .distinct()
                                .count()
                        == 1)
                .toList();
    }

    private static long code(SourceFile file) {
        try (var lines = Files.lines(file.path())) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.matches("(import |package |/\\*|\\*|//).*"))
                    .count();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
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
