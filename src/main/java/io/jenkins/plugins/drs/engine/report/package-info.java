/** Results made readable: JSON, HTML, JUnit XML and console text. Knows results and nothing of events. */
package io.jenkins.plugins.drs.engine.report;
