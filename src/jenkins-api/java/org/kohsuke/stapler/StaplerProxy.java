// Compile-time signatures of stapler, without behaviour; see docs/building.md.
package org.kohsuke.stapler;

public interface StaplerProxy {
    Object getTarget();
}
