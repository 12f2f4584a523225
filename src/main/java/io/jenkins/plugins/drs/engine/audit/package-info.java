/**
 * Whether the artifacts of an execution can be believed: the chain of its journal, the anchors that were kept elsewhere,
 * and whether results say what the journal says.
 */
package io.jenkins.plugins.drs.engine.audit;
