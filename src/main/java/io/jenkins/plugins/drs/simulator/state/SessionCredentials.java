package io.jenkins.plugins.drs.simulator.state;

import java.time.Instant;

/**
 * Temporary credentials of an assumed role.
 *
 * @param expiration in real time: clients compare it with their own clock
 */
public record SessionCredentials(Caller caller, String secretAccessKey, String sessionToken, Instant expiration) {}
