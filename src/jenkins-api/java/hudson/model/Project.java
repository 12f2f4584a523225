// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.model;

import hudson.tasks.Builder;
import java.util.List;

@SuppressWarnings({"rawtypes", "unchecked"})
public abstract class Project<P extends Project<P, B>, B extends Build<P, B>> extends AbstractProject<P, B>
        implements BuildableItemWithBuildWrappers {
    protected Project(ItemGroup parent, String name) {
        super((ItemGroup) null, (String) null);
    }

    public List<Builder> getBuilders() {
        throw new UnsupportedOperationException();
    }
}
