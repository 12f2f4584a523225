// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.model;

@SuppressWarnings({"deprecation"})
@Deprecated
public abstract class AbstractDescribableImpl<T extends AbstractDescribableImpl<T>> implements Describable<T> {
    public AbstractDescribableImpl() {}
}
