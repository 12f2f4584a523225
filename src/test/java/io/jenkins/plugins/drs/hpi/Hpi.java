package io.jenkins.plugins.drs.hpi;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** The assembled {@code .hpi}, opened as Jenkins opens it. */
final class Hpi {
    static final Path FILE = Path.of("target/aws-drs-orchestration.hpi");
    private static final String LIBRARIES = "WEB-INF/lib/";
    private static final String OWN_JAR = LIBRARIES + "aws-drs-orchestration.jar";

    private final Path jar;

    /** @param temp where the plugin's own jar is unpacked to */
    Hpi(Path temp) throws IOException {
        jar = temp.resolve("aws-drs-orchestration.jar");
        try (JarFile hpi = new JarFile(FILE.toFile())) {
            Files.copy(hpi.getInputStream(hpi.getEntry(OWN_JAR)), jar);
        }
    }

    Manifest manifest() throws IOException {
        return manifest(FILE);
    }

    Manifest manifestOfJar() throws IOException {
        return manifest(jar);
    }

    private static Manifest manifest(Path file) throws IOException {
        try (JarFile opened = new JarFile(file.toFile())) {
            return opened.getManifest();
        }
    }

    /** File names of the jars that it brings. */
    List<String> libraries() throws IOException {
        return entries(FILE).stream()
                .filter(name -> name.startsWith(LIBRARIES))
                .map(name -> name.substring(LIBRARIES.length()))
                .toList();
    }

    /** Entries of the plugin's own jar, without folders. */
    List<String> entriesOfJar() throws IOException {
        return entries(jar);
    }

    private static List<String> entries(Path file) throws IOException {
        try (JarFile opened = new JarFile(file.toFile())) {
            return opened.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .toList();
        }
    }

    JavaClasses classes() throws IOException {
        try (JarFile opened = new JarFile(jar.toFile())) {
            return new ClassFileImporter().importJar(opened);
        }
    }

    /** Finds classes as tests do, but resources in the plugin's own jar alone. */
    URLClassLoader loader() throws IOException {
        return new URLClassLoader(new URL[] {jar.toUri().toURL()}, Hpi.class.getClassLoader()) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                return findResources(name);
            }
        };
    }
}
