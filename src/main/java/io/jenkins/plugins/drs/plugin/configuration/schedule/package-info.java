/**
 * Jobs that drill and check plans on their schedules: made from the plans, kept up to date with them, and never changed
 * over what somebody did by hand.
 */
package io.jenkins.plugins.drs.plugin.configuration.schedule;
