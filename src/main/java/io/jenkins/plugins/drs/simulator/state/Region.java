package io.jenkins.plugins.drs.simulator.state;

import io.jenkins.plugins.drs.simulator.environment.RegionSpec;
import io.jenkins.plugins.drs.simulator.environment.RegionSpec.SubnetSpec;
import io.jenkins.plugins.drs.simulator.environment.SourceServerSpec;
import io.jenkins.plugins.drs.simulator.fault.Occasion;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.InstanceEntry;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an account has in a Region. What was declared and never changes is in {@link #spec()}; what lives
 * is here; what only one service knows is kept in a {@link #part}.
 */
public final class Region {
    private final AwsState world;
    private final String accountId;
    private final String name;
    private final RegionSpec spec;
    private final Map<String, SourceServer> sourceServers = new LinkedHashMap<>();
    private final Map<String, Job> jobs = new LinkedHashMap<>();
    private final Map<String, RecoveryInstance> recoveryInstances = new LinkedHashMap<>();
    private final Map<String, Ec2Instance> instances = new LinkedHashMap<>();
    private final Map<String, LaunchTemplate> launchTemplates = new LinkedHashMap<>();
    private final Map<Class<?>, Object> parts = new HashMap<>();

    Region(AwsState world, String accountId, String name, RegionSpec spec) {
        this.world = world;
        this.accountId = accountId;
        this.name = name;
        this.spec = spec;
        for (SourceServerSpec server : spec.sourceServers()) {
            for (int number = 1; number <= server.count(); number++) {
                add(SourceServer.of(this, server, number));
            }
        }
    }

    /** State that only one service knows, made at first use. */
    public <T> T part(Class<T> type, Function<Region, T> maker) {
        Object part = parts.get(type);
        if (part == null) {
            part = maker.apply(this);
            parts.put(type, part);
        }
        return type.cast(part);
    }

    /** An ARN in this account and Region. */
    public String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + name + ":" + accountId + ":" + resource;
    }

    /** A server by id or host name. */
    public Optional<SourceServer> serverNamed(String idOrHostname) {
        return sourceServers.values().stream()
                .filter(server ->
                        server.id().equals(idOrHostname) || server.hostname().equals(idOrHostname))
                .findFirst();
    }

    /** The recovery instance that a server has, if any. */
    public Optional<RecoveryInstance> recoveryInstanceOf(SourceServer server) {
        return recoveryInstances.values().stream()
                .filter(instance -> instance.sourceServerId().equals(server.id()))
                .findFirst();
    }

    /** A moment at which a fault may strike a server. */
    public Occasion occasion(SourceServer server) {
        return Occasion.server(accountId, name, server.id(), server.hostname());
    }

    /** A declared subnet. */
    public Optional<SubnetSpec> subnet(String subnetId) {
        return spec.subnets().stream()
                .filter(subnet -> subnet.subnetId().equals(subnetId))
                .findFirst();
    }

    /** Every instance that is not terminated. */
    List<InstanceEntry> runningInstances() {
        return instances.values().stream()
                .filter(instance -> !instance.state(world.now()).equals("terminated"))
                .map(instance -> instance.entry(this))
                .toList();
    }

    private void add(SourceServer server) {
        if (sourceServers.put(server.id(), server) != null) {
            throw new IllegalArgumentException("Expected source server ids to be unique in " + name + " of " + accountId
                    + ", but " + server.id() + " is there twice; do two servers share a host name?");
        }
        launchTemplates.put(server.launchTemplate().id(), server.launchTemplate());
    }

    public AwsState world() {
        return world;
    }

    public String accountId() {
        return accountId;
    }

    public String name() {
        return name;
    }

    public RegionSpec spec() {
        return spec;
    }

    /** By id, in the order of the environment. */
    public Map<String, SourceServer> sourceServers() {
        return sourceServers;
    }

    /** By id, oldest first. */
    public Map<String, Job> jobs() {
        return jobs;
    }

    /** By id, oldest first; may be changed. */
    public Map<String, RecoveryInstance> recoveryInstances() {
        return recoveryInstances;
    }

    /** EC2 instances by id, terminated ones included; may be changed. */
    public Map<String, Ec2Instance> instances() {
        return instances;
    }

    public Collection<LaunchTemplate> launchTemplates() {
        return launchTemplates.values();
    }

    /** A launch template by id. */
    public Optional<LaunchTemplate> launchTemplate(String id) {
        return Optional.ofNullable(launchTemplates.get(id));
    }
}
