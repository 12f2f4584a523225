// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.model;

import java.util.Calendar;

public abstract class Build<P extends Project<P, B>, B extends Build<P, B>> extends AbstractBuild<P, B> {
    protected Build(P job, Calendar timestamp) {
        super((P) null, (Calendar) null);
    }

    public void run() {
        throw new UnsupportedOperationException();
    }
}
