/** The engine's host on the command line: waits for it, takes Ctrl-C, and writes artifacts as events come. */
package io.jenkins.plugins.drs.cli.run;
