package io.jenkins.plugins.drs.simulator.environment;

/**
 * A role that may be assumed.
 *
 * @param externalId what the caller must present; null asks for none
 */
public record RoleSpec(String roleName, String externalId) {}
