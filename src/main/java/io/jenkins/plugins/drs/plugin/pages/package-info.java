/** The pages <i>Disaster recovery</i>: an overview of all plans, what is stored, its history, import and export. */
package io.jenkins.plugins.drs.plugin.pages;
