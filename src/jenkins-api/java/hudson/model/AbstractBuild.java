// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.EnvVars;
import hudson.FilePath;
import java.io.IOException;
import java.util.Calendar;
import java.util.Set;

public abstract class AbstractBuild<P extends AbstractProject<P, R>, R extends AbstractBuild<P, R>> extends Run<P, R>
        implements Queue.Executable {
    protected AbstractBuild(P job, Calendar timestamp) {
        super((P) null, (Calendar) null);
    }

    public final P getProject() {
        throw new UnsupportedOperationException();
    }

    @CheckForNull
    public final FilePath getWorkspace() {
        throw new UnsupportedOperationException();
    }

    public Set<String> getSensitiveBuildVariables() {
        throw new UnsupportedOperationException();
    }

    public EnvVars getEnvironment(TaskListener log) throws IOException, InterruptedException {
        throw new UnsupportedOperationException();
    }
}
