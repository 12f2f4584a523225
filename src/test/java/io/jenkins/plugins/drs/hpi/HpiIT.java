package io.jenkins.plugins.drs.hpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import hudson.Extension;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.java.sezpoz.Index;
import net.java.sezpoz.IndexItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Jenkins asks of a plugin's file, and what must not be in it. */
class HpiIT {
    private static final Path SIGNATURES = Path.of("src/jenkins-api/java");
    private static final Pattern PLUGIN = Pattern.compile("^// .* the plugin ([a-z0-9-]+)[ ,;]");

    @TempDir
    Path temp;

    private Hpi hpi;

    @BeforeEach
    void open() throws IOException {
        hpi = new Hpi(temp);
    }

    @Test
    void shouldSayWhatItIs() throws Exception {
        Attributes manifest = hpi.manifest().getMainAttributes();

        assertThat(manifest.getValue("Short-Name")).isEqualTo("aws-drs-orchestration");
        assertThat(manifest.getValue("Extension-Name")).isEqualTo("aws-drs-orchestration");
        assertThat(manifest.getValue("Long-Name")).isEqualTo("AWS DRS Orchestration");
        assertThat(manifest.getValue("Jenkins-Version")).isEqualTo("2.541.3");
        assertThat(manifest.getValue("Minimum-Java-Version")).isEqualTo("17");
        assertThat(manifest.getValue("Plugin-Version")).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
        assertThat(manifest.getValue("Plugin-License-Name")).isEqualTo("MIT License");
    }

    @Test
    void shouldSayTheSameInItsJarSinceJenkinsTrustsClassesOfPluginsOnly() throws Exception {
        assertThat(hpi.manifestOfJar()).isEqualTo(hpi.manifest());
    }

    @Test
    void shouldDependOnThePluginsWhoseTypesItUses() throws Exception {
        assertThat(dependencies()).containsAll(pluginsOfSignatures());
    }

    @Test
    void shouldDependOnThePluginsWhoseLibrariesItUses() throws Exception {
        assertThat(dependencies())
                .contains(
                        "aws-java-sdk2-core", "aws-java-sdk2-ec2", "aws-java-sdk2-ssm", "aws-java-sdk2-secretsmanager")
                .contains("jackson2-api", "snakeyaml-api");
    }

    @Test
    void shouldNameTheLeastVersionOfEachDependency() throws Exception {
        assertThat(entries())
                .allSatisfy(entry -> assertThat(entry).matches("[a-z0-9-]+:[\\w.-]+(;resolution:=optional)?"));
    }

    @Test
    void shouldBringTheLibrariesThatNoPluginOffersAndNoOther() throws Exception {
        assertThat(hpi.libraries())
                .hasSize(2)
                .contains("aws-drs-orchestration.jar")
                .anySatisfy(name -> assertThat(name).matches("drs-[\\d.]+\\.jar"));
        assertThat(Files.size(Hpi.FILE)).isLessThan(8_000_000);
    }

    @Test
    void shouldHoldNoClassButThePluginsOwn() throws Exception {
        assertThat(hpi.entriesOfJar())
                .filteredOn(name -> name.endsWith(".class"))
                .hasSizeGreaterThan(500)
                .allSatisfy(name -> assertThat(name)
                        .startsWith("io/jenkins/plugins/drs/")
                        .doesNotStartWith("io/jenkins/plugins/drs/cli/")
                        .doesNotStartWith("io/jenkins/plugins/drs/lab/"));
    }

    @Test
    void shouldDescribeItselfToThePluginManager() throws Exception {
        assertThat(hpi.entriesOfJar()).contains("index.jelly");
    }

    @Test
    void shouldListEveryExtension() throws Exception {
        Set<String> listed = new TreeSet<>();
        try (URLClassLoader loader = hpi.loader()) {
            for (IndexItem<Extension, Object> item : Index.load(Extension.class, Object.class, loader)) {
                listed.add(item.className());
            }
        }

        assertThat(listed).isNotEmpty().isEqualTo(annotated("hudson.Extension"));
    }

    @Test
    void shouldListEverySymbol() throws Exception {
        assertThat(index("org.jenkinsci.Symbol")).isNotEmpty().isEqualTo(annotated("org.jenkinsci.Symbol"));
    }

    @Test
    void shouldKeepTheNamesOfArgumentsThatJenkinsBinds() throws Exception {
        List<Constructor<?>> bound = hpi.classes().stream()
                .flatMap(type -> type.getConstructors().stream())
                .filter(constructor -> constructor.isAnnotatedWith("org.kohsuke.stapler.DataBoundConstructor"))
                .<Constructor<?>>map(JavaConstructor::reflect)
                .toList();

        assertThat(bound)
                .isNotEmpty()
                .flatMap(constructor -> List.of(constructor.getParameters()))
                .allMatch(Parameter::isNamePresent);
    }

    private Set<String> annotated(String annotation) throws IOException {
        return hpi.classes().stream()
                .filter(type -> type.isAnnotatedWith(annotation))
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> index(String annotation) throws IOException {
        try (URLClassLoader loader = hpi.loader();
                var stream = loader.findResource("META-INF/annotations/" + annotation)
                        .openStream()) {
            return new TreeSet<>(new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        }
    }

    private List<String> entries() throws IOException {
        return Arrays.asList(hpi.manifest()
                .getMainAttributes()
                .getValue("Plugin-Dependencies")
                .split(","));
    }

    private Set<String> dependencies() throws IOException {
        return entries().stream().map(entry -> entry.replaceAll(":.*", "")).collect(Collectors.toSet());
    }

    private static Set<String> pluginsOfSignatures() throws IOException {
        Set<String> plugins = new TreeSet<>();
        try (var files = Files.walk(SIGNATURES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                PLUGIN.matcher(Files.readAllLines(file).get(0)).results().forEach(found -> plugins.add(found.group(1)));
            }
        }
        assertThat(plugins).as("plugins that %s names", SIGNATURES).isNotEmpty();
        return plugins;
    }
}
