package io.jenkins.plugins.drs.engine.state;

import io.jenkins.plugins.drs.engine.plan.Target;

/** The servers of a wave in a target, which are launched and looked at together. */
public record ServerGroup(String wave, Target target) {
    static ServerGroup of(ServerState server) {
        return new ServerGroup(server.selected().wave(), server.target());
    }
}
