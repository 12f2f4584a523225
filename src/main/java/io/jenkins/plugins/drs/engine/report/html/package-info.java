/** The report as a page: each section turns a part of the result into elements of one {@code HtmlWriter}. */
package io.jenkins.plugins.drs.engine.report.html;
