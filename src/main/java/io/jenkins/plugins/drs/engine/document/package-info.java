/**
 * Configuration documents, in and out: JSON and YAML to records and back.
 *
 * <p>{@link io.jenkins.plugins.drs.engine.document.DocumentReader} never trusts what it reads: size, nesting and
 * expansion are bounded, nothing is ever constructed from a tag, and all problems are reported at once.
 */
package io.jenkins.plugins.drs.engine.document;
