// Compile-time signatures of the plugin scm-api, without behaviour; see docs/building.md.
package jenkins.scm.api.mixin;

import java.io.Serializable;
import jenkins.scm.api.SCMHead;

public interface SCMHeadMixin extends Comparable<SCMHead>, Serializable {
    String getName();
}
