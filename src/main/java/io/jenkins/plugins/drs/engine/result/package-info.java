/**
 * What an execution came to: detailed results, timings and verdicts, folded from its events and from nothing else.
 *
 * <p>The records are the format of {@code results.json}; its schema is {@code docs/schema/results-1.schema.json}. They
 * may gain optional fields within a version and never change otherwise.
 */
package io.jenkins.plugins.drs.engine.result;
