/** What deciders are made of: decisions, effects, and when an effect that failed is tried again. */
package io.jenkins.plugins.drs.engine.execution.core;
