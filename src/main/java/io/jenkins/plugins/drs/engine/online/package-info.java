/** Compares what a configuration names with what is there in AWS. Reads only. */
package io.jenkins.plugins.drs.engine.online;
