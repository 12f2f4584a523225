// Compile-time signatures of the plugin scm-api, without behaviour; see docs/building.md.
package jenkins.scm.api.mixin;

public interface ChangeRequestSCMHead extends SCMHeadMixin {}
