/** What administrators configure. */
package io.jenkins.plugins.drs.configuration;
