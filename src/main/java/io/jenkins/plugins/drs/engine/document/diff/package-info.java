/**
 * What two configurations differ in, by meaning: layout, metadata and the order of things that have none do not count.
 */
package io.jenkins.plugins.drs.engine.document.diff;
