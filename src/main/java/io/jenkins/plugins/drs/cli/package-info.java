/** The command line {@code ./drs}: one class for each command. */
package io.jenkins.plugins.drs.cli;
