// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.model;

import hudson.util.StreamTaskListener;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

public class StreamBuildListener extends StreamTaskListener implements BuildListener {
    public StreamBuildListener(OutputStream out, Charset charset) {
        super((OutputStream) null, (Charset) null);
    }

    public StreamBuildListener(PrintStream w, Charset charset) {
        super((OutputStream) null, (Charset) null);
    }
}
