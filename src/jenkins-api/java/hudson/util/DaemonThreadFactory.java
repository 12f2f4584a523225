// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.util;

import java.util.concurrent.ThreadFactory;

public class DaemonThreadFactory implements ThreadFactory {
    public DaemonThreadFactory() {}

    public Thread newThread(Runnable r) {
        throw new UnsupportedOperationException();
    }
}
