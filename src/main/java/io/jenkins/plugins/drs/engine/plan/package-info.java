/** The vocabulary of recovery plans as immutable records. No input or output happens here. */
package io.jenkins.plugins.drs.engine.plan;
