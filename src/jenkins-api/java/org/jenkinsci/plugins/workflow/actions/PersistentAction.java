// Compile-time signatures: what this plugin uses of the type in workflow-api, without behaviour; see docs/building.md.
package org.jenkinsci.plugins.workflow.actions;

import hudson.model.Action;

public interface PersistentAction extends Action {}
