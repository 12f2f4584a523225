package io.jenkins.plugins.drs.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The three-tier sample, which the jar carries. */
final class Sample {
    private static final String FOLDER = "/io/jenkins/plugins/drs/samples/three-tier/";

    private Sample() {}

    static String text(String name) throws IOException {
        try (InputStream in = Sample.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IOException("Expected the sample " + FOLDER + name + " in the jar, but it is not there");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
