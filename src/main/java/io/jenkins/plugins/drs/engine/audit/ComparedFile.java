package io.jenkins.plugins.drs.engine.audit;

import io.jenkins.plugins.drs.engine.report.ArtifactFolder;
import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Takes what a file should hold, and compares it with the file as it comes; neither is in memory as a whole. */
final class ComparedFile extends OutputStream {
    private final InputStream actual;
    private long line = 1;
    private boolean different;

    private ComparedFile(InputStream actual) {
        this.actual = actual;
    }

    /** The first line in which a file is not what it should be; empty when it is the same to the last byte. */
    static OptionalLong differs(Path file, ArtifactFolder.Content expected) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            ComparedFile compared = new ComparedFile(in);
            Writer out = new BufferedWriter(new OutputStreamWriter(compared, StandardCharsets.UTF_8));
            expected.writeTo(out);
            out.flush();
            boolean same = !compared.different && in.read() < 0;
            return same ? OptionalLong.empty() : OptionalLong.of(compared.line);
        }
    }

    @Override
    public void write(int expected) throws IOException {
        if (!different) {
            different = actual.read() != (expected & 0xFF);
            line += expected == '\n' && !different ? 1 : 0;
        }
    }
}
