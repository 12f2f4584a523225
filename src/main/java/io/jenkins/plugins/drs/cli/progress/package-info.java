/** Shows a running execution: live lines on a terminal, plain lines in a log. */
package io.jenkins.plugins.drs.cli.progress;
