// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.model;

import jenkins.model.ParameterizedJobMixIn;

@SuppressWarnings({"rawtypes", "unchecked"})
public abstract class AbstractProject<P extends AbstractProject<P, R>, R extends AbstractBuild<P, R>> extends Job<P, R>
        implements BuildableItem, ParameterizedJobMixIn.ParameterizedJob<P, R> {
    protected AbstractProject(ItemGroup parent, String name) {
        super((ItemGroup) null, (String) null);
    }
}
