/** The configuration as a whole: its history, and documents that leave it or come in. */
package io.jenkins.plugins.drs.plugin.pages.configuration;
