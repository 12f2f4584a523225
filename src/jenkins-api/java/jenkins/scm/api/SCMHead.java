// Compile-time signatures of the plugin scm-api, without behaviour; see docs/building.md.
package jenkins.scm.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.ExtensionPoint;
import hudson.model.Item;
import jenkins.scm.api.mixin.SCMHeadMixin;

public class SCMHead implements SCMHeadMixin {
    public SCMHead(String name) {}

    @Override
    public String getName() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int compareTo(SCMHead o) {
        throw new UnsupportedOperationException();
    }

    public abstract static class HeadByItem implements ExtensionPoint {
        public HeadByItem() {}

        @CheckForNull
        public static SCMHead findHead(Item item) {
            throw new UnsupportedOperationException();
        }
    }
}
