package io.jenkins.plugins.drs.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.document.DocumentFormat;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DocumentBenchTest {
    @TempDir
    private Path temp;

    @ParameterizedTest
    @EnumSource
    void shouldTellTheTimesOfEveryStep(DocumentFormat format) throws Exception {
        StringWriter out = new StringWriter();

        new DocumentBench(new PrintWriter(out), temp).run(format, 20, 2);

        assertThat(out.toString())
                .contains("20 groups, 2 plans")
                .contains("read and validate")
                .contains("import what was exported");
    }
}
