/** What all pages of <em>Disaster recovery</em> have in common: addresses, permissions, lists in pages, refusals. */
package io.jenkins.plugins.drs.plugin.pages.shared;
