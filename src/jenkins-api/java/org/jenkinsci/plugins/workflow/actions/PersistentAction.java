// Compile-time signatures of the plugin workflow-api, without behaviour; see docs/building.md.
package org.jenkinsci.plugins.workflow.actions;

import hudson.model.Action;

public interface PersistentAction extends Action {}
