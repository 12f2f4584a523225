/**
 * The deterministic simulation test: draws a plan, an AWS and what goes wrong from a seed, runs the real engine and the
 * real SDK adapters against the simulator in virtual time, and holds what really happened against what is promised. The
 * same seed gives the same run. {@code docs/guarantees.md} says what is promised and how this is used.
 */
package io.jenkins.plugins.drs.lab.torture;
