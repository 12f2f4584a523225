/** Measures the engine against a fixed polling loop over the same generated drills in virtual time. */
package io.jenkins.plugins.drs.lab.bench;
