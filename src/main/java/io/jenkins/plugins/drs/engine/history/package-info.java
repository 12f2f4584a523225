/** Many executions side by side: what one came to against the one before, trends, and how far the mission is. */
package io.jenkins.plugins.drs.engine.history;
