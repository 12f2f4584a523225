/** What administrators configure. */
package io.jenkins.plugins.drs.plugin.configuration;
