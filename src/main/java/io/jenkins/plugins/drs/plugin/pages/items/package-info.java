/** Lists, forms and pages of protection groups, recovery plans and target accounts. */
package io.jenkins.plugins.drs.plugin.pages.items;
