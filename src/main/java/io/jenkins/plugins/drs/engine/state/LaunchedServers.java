package io.jenkins.plugins.drs.engine.state;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;

/** Servers that are launched and being validated, by wave and target and in the order in which they were launched. */
public final class LaunchedServers {
    private final Lines<ServerGroup, ServerState> unknown = new Lines<>();
    private final Lines<ServerGroup, ServerState> described = new Lines<>();

    void enter(long number, ServerState server) {
        lines(server).put(ServerGroup.of(server), number, server);
    }

    void leave(long number, ServerState server) {
        lines(server).remove(ServerGroup.of(server), number);
    }

    private Lines<ServerGroup, ServerState> lines(ServerState server) {
        return server.ec2InstanceId().isEmpty() ? unknown : described;
    }

    /** All of them, in lines of the same wave and target, in no order of lines. */
    public Collection<Line<ServerState>> groups() {
        return Stream.of(unknown, described)
                .flatMap(lines -> lines.all().stream())
                .toList();
    }

    /** Those whose instance was not described yet; groups with the longest launched first. */
    public Map<ServerGroup, Line<ServerState>> unknown() {
        return unknown.inOrder();
    }

    /** Those whose instance was described; groups with the longest launched first. */
    public Map<ServerGroup, Line<ServerState>> described() {
        return described.inOrder();
    }
}
