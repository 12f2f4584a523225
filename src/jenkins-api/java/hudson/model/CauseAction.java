// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.model;

import java.util.List;
import jenkins.model.RunAction2;

public class CauseAction implements RunAction2 {
    public CauseAction(Cause c) {}

    public List<Cause> getCauses() {
        throw new UnsupportedOperationException();
    }

    public String getIconFileName() {
        throw new UnsupportedOperationException();
    }

    public String getDisplayName() {
        throw new UnsupportedOperationException();
    }

    public String getUrlName() {
        throw new UnsupportedOperationException();
    }

    public void onAttached(Run<?, ?> owner) {
        throw new UnsupportedOperationException();
    }

    public void onLoad(Run<?, ?> owner) {
        throw new UnsupportedOperationException();
    }
}
