package io.jenkins.plugins.drs.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.jenkins.plugins.drs.plugin.steps.DrillBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jenkinsci.Symbol;
import org.junit.jupiter.api.Test;
import org.kohsuke.stapler.DataBoundSetter;

/** Code in other languages than Pipeline names what it configures by symbols. */
class SymbolsTest {
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```text\\nfreeStyleJob.*?```");
    private static final Pattern CALL = Pattern.compile("(?m)^            (\\w+)\\(");

    private static List<JavaClass> withSymbols() {
        return new ClassFileImporter()
                .importPath(Path.of("target/classes")).stream()
                        .filter(type -> type.isAnnotatedWith(Symbol.class))
                        .toList();
    }

    @Test
    void shouldNameNothingTwice() {
        List<String> symbols = withSymbols().stream()
                .flatMap(type -> List.of(type.getAnnotationOfType(Symbol.class).value()).stream())
                .toList();

        assertThat(symbols).hasSizeGreaterThan(15).doesNotHaveDuplicates();
    }

    @Test
    void shouldShowAnExampleOfJobDslThatTheBuilderTakes() throws Exception {
        Matcher example = EXAMPLE.matcher(Files.readString(Path.of("docs/jenkins/steps.md")));
        assertThat(example.find()).isTrue();
        String symbol =
                DrillBuilder.DescriptorImpl.class.getAnnotation(Symbol.class).value()[0];
        List<String> settable = List.of(DrillBuilder.class.getMethods()).stream()
                .filter(method -> method.isAnnotationPresent(DataBoundSetter.class))
                .map(method -> method.getName().substring(3, 4).toLowerCase(java.util.Locale.ROOT)
                        + method.getName().substring(4))
                .toList();

        List<String> used = CALL.matcher(example.group())
                .results()
                .map(call -> call.group(1))
                .toList();

        assertThat(example.group()).contains(symbol + " {");
        assertThat(used).isNotEmpty();
        assertThat(settable).containsAll(used);
    }
}
