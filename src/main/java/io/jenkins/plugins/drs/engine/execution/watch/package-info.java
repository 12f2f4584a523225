/** Says when to look at AWS: seldom while an end is unlikely, often around the time when it is expected. Pure. */
package io.jenkins.plugins.drs.engine.execution.watch;
