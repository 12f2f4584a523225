package io.jenkins.plugins.drs.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.jenkins.plugins.drs.engine.execution.Execution;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Classes as ArchUnit sees them. */
final class Compiled {
    private Compiled() {}

    /** Those of the product, from where it was compiled to; tests share its packages. */
    static JavaClasses product() {
        return new ClassFileImporter()
                .importUrl(Execution.class.getProtectionDomain().getCodeSource().getLocation());
    }

    /**
     * Those that break rules, compiled into {@code folder} together with types that stand in for
     * Jenkins' own.
     */
    static JavaClasses seeded(List<Violation> violations, Path folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var sources = Stream.concat(violations.stream().distinct(), strangers())
                .map(Source::new)
                .toList();
        var options = List.of("-d", folder.toString(), "-proc:none", "-nowarn");
        if (!compiler.getTask(null, null, null, options, null, sources).call()) {
            throw new IllegalStateException("Expected the violations to compile");
        }
        return new ClassFileImporter().importPath(folder);
    }

    private static Stream<Violation> strangers() {
        return Stream.of(
                        "hudson.model.Run",
                        "jenkins.model.Jenkins",
                        "org.kohsuke.stapler.Stapler",
                        "org.jenkinsci.Symbol",
                        "io.jenkins.plugins.drs.cli.Drs")
                .map(Compiled::empty);
    }

    private static Violation empty(String className) {
        int dot = className.lastIndexOf('.');
        return new Violation(
                className,
                "package " + className.substring(0, dot) + "; public class " + className.substring(dot + 1) + " {}");
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(Violation violation) {
            super(
                    URI.create("string:///" + violation.className().replace('.', '/')
                            + JavaFileObject.Kind.SOURCE.extension),
                    JavaFileObject.Kind.SOURCE);
            this.text = violation.source();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
