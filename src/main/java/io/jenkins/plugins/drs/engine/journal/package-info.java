/** A file of lines, each chained to the line before it by its hash. Knows bytes and sequence numbers, no events. */
package io.jenkins.plugins.drs.engine.journal;
