/**
 * What people configure, field by field, as pages, configuration as code and job definitions write it. An entry has the
 * fields of a configuration document under the same names, and becomes a record by being read as a document.
 */
package io.jenkins.plugins.drs.plugin.configuration.entry;
