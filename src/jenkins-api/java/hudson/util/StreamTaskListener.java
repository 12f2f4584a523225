// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.util;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.TaskListener;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

@SuppressWarnings({"deprecation"})
public class StreamTaskListener extends AbstractTaskListener implements TaskListener, Closeable {
    public StreamTaskListener(OutputStream out, @CheckForNull Charset charset) {}

    public PrintStream getLogger() {
        throw new UnsupportedOperationException();
    }

    public void close() throws IOException {
        throw new UnsupportedOperationException();
    }
}
