// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.model;

public class Api extends AbstractModelObject {
    public Api(Object bean) {}

    public String getDisplayName() {
        throw new UnsupportedOperationException();
    }
}
