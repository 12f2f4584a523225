/** Tools of those who develop the product: the deterministic simulation test and the benchmarks. */
package io.jenkins.plugins.drs.lab;
