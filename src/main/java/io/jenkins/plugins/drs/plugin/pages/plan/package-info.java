/** Plans with what was drilled of them: the overview, the page of a plan, and the readiness figures. */
package io.jenkins.plugins.drs.plugin.pages.plan;
