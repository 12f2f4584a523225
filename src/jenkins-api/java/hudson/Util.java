// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson;

import java.io.File;
import java.io.IOException;

public class Util {
    public Util() {}

    public static void deleteRecursive(File dir) throws IOException {
        throw new UnsupportedOperationException();
    }

    public static String rawEncode(String s) {
        throw new UnsupportedOperationException();
    }

    public static String escape(String text) {
        throw new UnsupportedOperationException();
    }

    public static String fixNull(String s) {
        throw new UnsupportedOperationException();
    }

    public static String fixEmptyAndTrim(String s) {
        throw new UnsupportedOperationException();
    }
}
