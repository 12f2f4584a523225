package io.jenkins.plugins.drs.simulator.state;

import io.jenkins.plugins.drs.simulator.environment.SourceServerSpec;
import io.jenkins.plugins.drs.simulator.environment.SourceServerSpec.LaunchConfigurationSpec;
import io.jenkins.plugins.drs.simulator.state.LaunchTemplate.LaunchTemplateSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A source server and what changes about it. */
public final class SourceServer {
    private final String id;
    private final String arn;
    private final String hostname;
    private final String privateIp;
    private final SourceServerSpec spec;
    private final LaunchTemplate launchTemplate;
    private final Map<String, String> tags;
    private final AwsState world;
    private final List<Snapshot> onDemandSnapshots = new ArrayList<>();
    private LaunchConfiguration launchConfiguration;
    private LastLaunch lastLaunch;

    /** The last launch of a server. */
    public record LastLaunch(Instant initiated, Job job) {}

    private SourceServer(Region region, SourceServerSpec spec, String id, String hostname) {
        Ids ids = region.world().ids();
        this.world = region.world();
        this.id = id;
        this.arn = region.arn("drs", "source-server/" + id);
        this.hostname = hostname;
        this.spec = spec;
        this.tags = new TreeMap<>(spec.tags());
        this.privateIp = spec.privateIp() == null ? address(ids, id) : spec.privateIp();
        this.launchConfiguration = LaunchConfiguration.of(spec.launchConfiguration(), hostname);
        this.launchTemplate = new LaunchTemplate(
                ids.stable("lt-", region.accountId(), region.name(), id),
                "drs-" + id,
                LaunchTemplateSettings.of(spec.launchTemplate()),
                region.world().start());
    }

    /** The server that a declaration makes, or one of the many alike; {@code number} counts them from 1. */
    static SourceServer of(Region region, SourceServerSpec spec, int number) {
        String hostname = spec.hostname().replace("{n}", Integer.toString(number));
        boolean single = spec.count() == 1;
        if (!single && hostname.equals(spec.hostname())) {
            hostname = hostname + "-" + number;
        }
        String id = single && spec.sourceServerID() != null
                ? spec.sourceServerID()
                : region.world().ids().stable("s-", region.accountId(), region.name(), hostname);
        return new SourceServer(region, spec, id, hostname);
    }

    private static String address(Ids ids, String id) {
        int host = (int) (ids.share("address", id) * 65_000) + 4;
        return "192.168." + host / 256 + "." + Math.max(1, host % 256);
    }

    /** State of the data replication now, as DRS names it. */
    public String replicationState() {
        return syncedShare() < 1 ? "INITIAL_SYNC" : spec.replicationState();
    }

    /** How much of the first copy has been made, from 0 to 1. */
    public double syncedShare() {
        if (spec.initialSyncSeconds() == 0) {
            return 1;
        }
        Duration passed = Duration.between(world.start(), world.now());
        return Math.min(1, (double) passed.toMillis() / (spec.initialSyncSeconds() * 1000L));
    }

    /** Whether there is data from which an instance could be launched. */
    public boolean hasData() {
        return !List.of("STOPPED", "INITIATING", "INITIAL_SYNC").contains(replicationState());
    }

    /** Whether new data still arrives, so that a new snapshot can be taken. */
    public boolean isReplicating() {
        return hasData() && !List.of("PAUSED", "STALLED", "DISCONNECTED").contains(replicationState());
    }

    public String id() {
        return id;
    }

    public String arn() {
        return arn;
    }

    public String hostname() {
        return hostname;
    }

    public String privateIp() {
        return privateIp;
    }

    public SourceServerSpec spec() {
        return spec;
    }

    public LaunchTemplate launchTemplate() {
        return launchTemplate;
    }

    /** May be changed. */
    public Map<String, String> tags() {
        return tags;
    }

    /** Snapshots taken for launches, oldest first; may be added to. */
    public List<Snapshot> onDemandSnapshots() {
        return onDemandSnapshots;
    }

    public LaunchConfiguration launchConfiguration() {
        return launchConfiguration;
    }

    public void launchConfiguration(LaunchConfiguration changed) {
        launchConfiguration = changed;
    }

    public Optional<LastLaunch> lastLaunch() {
        return Optional.ofNullable(lastLaunch);
    }

    public void lastLaunch(LastLaunch launch) {
        lastLaunch = launch;
    }

    /** A server's DRS launch configuration. */
    public record LaunchConfiguration(
            String name,
            String launchDisposition,
            String rightSizing,
            boolean copyPrivateIp,
            boolean copyTags,
            boolean osByol,
            boolean postLaunchEnabled) {

        static LaunchConfiguration of(LaunchConfigurationSpec spec, String hostname) {
            return new LaunchConfiguration(
                    spec.name() == null ? hostname : spec.name(),
                    spec.launchDisposition(),
                    spec.targetInstanceTypeRightSizingMethod(),
                    spec.copyPrivateIp(),
                    spec.copyTags(),
                    spec.osByol(),
                    spec.postLaunchEnabled());
        }
    }
}
