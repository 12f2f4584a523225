// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.Nullable;
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

    @Nullable
    public static String escape(@CheckForNull String text) {
        throw new UnsupportedOperationException();
    }

    public static String fixNull(@CheckForNull String s) {
        throw new UnsupportedOperationException();
    }

    @CheckForNull
    public static String fixEmptyAndTrim(@CheckForNull String s) {
        throw new UnsupportedOperationException();
    }
}
