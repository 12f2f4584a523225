package io.jenkins.plugins.drs.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.drs.engine.document.DocumentFields;
import io.jenkins.plugins.drs.engine.document.ObjectFields;
import io.jenkins.plugins.drs.plugin.configuration.entry.AccountEntry;
import io.jenkins.plugins.drs.plugin.configuration.entry.ActionEntry;
import io.jenkins.plugins.drs.plugin.configuration.entry.GroupEntry;
import io.jenkins.plugins.drs.plugin.configuration.entry.LaunchEntry;
import io.jenkins.plugins.drs.plugin.configuration.entry.PlanEntry;
import io.jenkins.plugins.drs.plugin.configuration.entry.ServerEntry;
import io.jenkins.plugins.drs.plugin.configuration.entry.ValidationEntry;
import io.jenkins.plugins.drs.plugin.configuration.entry.WaveEntry;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Schema, tables, forms and their help have the fields of {@link DocumentFields}, all of them and no others. */
class DocumentFieldsTest {
    /**
     * One kind of object.
     *
     * @param schema where it is in the JSON Schema
     * @param heading of its table in the description of the format; empty where it has none
     * @param entry its form; null where it has none
     */
    private record Kind(String schema, String heading, ObjectFields<?> fields, Class<?> entry) {
        @Override
        public String toString() {
            return schema;
        }

        Set<String> names() {
            return fields.names();
        }
    }

    private static final Pattern ROW = Pattern.compile("\\| `(\\$?\\w+)` \\|([^\n]*)");

    static Stream<Kind> kinds() {
        return Stream.of(
                new Kind("", "## Top level", DocumentFields.CONFIGURATION, null),
                new Kind("/$defs/exportMetadata", "", DocumentFields.METADATA, null),
                new Kind("/$defs/targetAccount", "### targetAccounts", DocumentFields.ACCOUNT, AccountEntry.class),
                new Kind("/$defs/protectionGroup", "## protectionGroups", DocumentFields.GROUP, GroupEntry.class),
                new Kind("/$defs/server", "", DocumentFields.SERVER, ServerEntry.class),
                new Kind("/$defs/launchConfig", "### launchConfig", DocumentFields.LAUNCH, LaunchEntry.class),
                new Kind("/$defs/recoveryPlan", "## recoveryPlans", DocumentFields.PLAN, PlanEntry.class),
                new Kind("/$defs/wave", "### waves", DocumentFields.WAVE, WaveEntry.class),
                new Kind("/$defs/wave/properties/validation", "", DocumentFields.VALIDATION, ValidationEntry.class),
                new Kind("/$defs/action", "### preWaveActions", DocumentFields.ACTION, ActionEntry.class));
    }

    static Stream<Kind> forms() {
        return kinds().filter(kind -> kind.entry() != null);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void shouldBeTheFieldsOfTheSchema(Kind kind) throws IOException {
        JsonNode schema = new ObjectMapper()
                .readTree(Path.of("docs/schema/configuration-2.1.0.schema.json").toFile());
        JsonNode properties = schema.at(kind.schema() + "/properties");

        assertThat(properties.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(kind.names());
        plainDefaults(kind).forEach((name, value) -> {
            JsonNode property = properties.get(name);
            JsonNode shown = property.has("default")
                    ? property
                    : schema.at(property.path("$ref").asText("#").substring(1));
            assertThat(shown.path("default").asText()).as(name).isEqualTo(value);
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void shouldBeTheFieldsOfTheDescribedFormat(Kind kind) throws IOException {
        String page = Files.readString(Path.of("docs/plan-format.md"));
        if (kind.heading().isEmpty()) {
            assertThat(page)
                    .contains(
                            kind.names().stream().map(name -> "`" + name + "`").toList());
            return;
        }
        Map<String, String> rows = rows(page.substring(page.indexOf("\n" + kind.heading())));

        Set<String> names = new TreeSet<>(kind.names());
        names.remove("$schema");
        assertThat(rows).containsOnlyKeys(names);
        plainDefaults(kind).forEach((name, value) -> assertThat(rows.get(name)).contains(value));
    }

    /** Of the first table. */
    private static Map<String, String> rows(String section) {
        String table = section.substring(section.indexOf("\n| ---"));
        Matcher matcher = ROW.matcher(table.substring(0, (table + "\n\n").indexOf("\n\n")));
        return matcher.results().collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void shouldBeTheFieldsOfForms(Kind kind) throws IOException {
        Set<String> names = new TreeSet<>(kind.names());
        names.remove("protectionGroupName"); // a list of one
        assertThat(properties(kind.entry()))
                .containsAll(names)
                .isSubsetOf(Stream.concat(names.stream(), Stream.of("furtherFields", "atOnce"))
                        .toList());
        assertThat(Forms.fields(kind.entry())).containsAll(names);
        assertThat(names)
                .allMatch(
                        name -> Forms.has(kind.entry(), "help-" + name + ".html") || kind.entry() == ServerEntry.class);
        String form = Files.readString(
                Path.of("src/main/resources", kind.entry().getName().replace('.', '/'), "config.jelly"));
        plainDefaults(kind).forEach((name, value) -> {
            if (!value.equals("false")) {
                assertThat(form)
                        .as(name)
                        .containsPattern("field=\"" + name + "\"[^§]{0,120}?default=\"" + value + "\"");
            }
        });
    }

    /** Texts, numbers and flags that an object has without its saying so. */
    private static Map<String, String> plainDefaults(Kind kind) {
        return kind.fields().defaults().entrySet().stream()
                .filter(field -> !(field.getValue() instanceof Map || field.getValue() instanceof Iterable)
                        && !field.getValue().equals(""))
                .collect(Collectors.toMap(Map.Entry::getKey, field -> String.valueOf(field.getValue())));
    }

    /** What forms and configuration as code set. */
    private static Set<String> properties(Class<?> entry) {
        Stream<String> constructed = Arrays.stream(entry.getConstructors())
                .filter(constructor -> constructor.isAnnotationPresent(DataBoundConstructor.class))
                .flatMap(constructor -> Arrays.stream(constructor.getParameters()))
                .map(parameter -> parameter.getName());
        Stream<String> set = Arrays.stream(entry.getMethods())
                .filter(method -> method.isAnnotationPresent(DataBoundSetter.class))
                .map(Method::getName)
                .map(name -> name.substring(3, 4).toLowerCase() + name.substring(4));
        return Stream.concat(constructed, set).collect(Collectors.toSet());
    }
}
