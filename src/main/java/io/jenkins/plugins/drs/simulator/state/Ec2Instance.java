package io.jenkins.plugins.drs.simulator.state;

import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.InstanceEntry;
import io.jenkins.plugins.drs.simulator.state.LaunchTemplate.LaunchTemplateSettings;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An EC2 instance. Its state is a function of time, from milestones that were set when it was launched. */
public final class Ec2Instance {
    private final String id;
    private final Origin origin;
    private final LaunchTemplateSettings settings;
    private final Milestones milestones;
    private final Map<String, String> tags;
    private Instant terminating;
    private Instant terminated;

    /**
     * Where an instance comes from.
     *
     * @param jobId the DRS job that launched it
     */
    public record Origin(String sourceServerId, String hostname, String jobId, boolean drill) {}

    /**
     * When what happens to an instance; null means never.
     *
     * @param stopped for a server whose launch disposition is {@code STOPPED}
     * @param statusKnown when its status checks have ended
     * @param impaired whether they end badly
     * @param ssmOnline when its agent is online
     */
    public record Milestones(
            Instant launched,
            Instant running,
            Instant stopped,
            Instant statusKnown,
            boolean impaired,
            Instant ssmOnline) {}

    public Ec2Instance(
            String id,
            Origin origin,
            LaunchTemplateSettings settings,
            Milestones milestones,
            Map<String, String> tags) {
        this.id = id;
        this.origin = origin;
        this.settings = settings;
        this.milestones = milestones;
        this.tags = new TreeMap<>(tags);
    }

    /** Begins to terminate at a time, and is gone at another; a second termination changes nothing. */
    public void terminate(Instant begins, Instant ends) {
        if (terminating == null) {
            terminating = begins;
            terminated = ends;
        }
    }

    /** Lower case, as EC2 names it: pending, running, stopped, shutting-down, terminated. */
    public String state(Instant now) {
        if (reached(terminated, now)) {
            return "terminated";
        }
        if (reached(terminating, now)) {
            return "shutting-down";
        }
        if (reached(milestones.stopped(), now)) {
            return "stopped";
        }
        return reached(milestones.running(), now) ? "running" : "pending";
    }

    /** Its status checks: initializing, ok, impaired; not-applicable unless it is running. */
    public String status(Instant now) {
        if (!state(now).equals("running")) {
            return "not-applicable";
        }
        if (!reached(milestones.statusKnown(), now)) {
            return "initializing";
        }
        return milestones.impaired() ? "impaired" : "ok";
    }

    /** When its status checks pass; empty when they never do. */
    public Optional<Instant> statusOk() {
        return milestones.impaired() || milestones.stopped() != null
                ? Optional.empty()
                : Optional.of(milestones.statusKnown());
    }

    /** Whether its Systems Manager agent answers. */
    public boolean isSsmOnline(Instant now) {
        return state(now).equals("running") && reached(milestones.ssmOnline(), now);
    }

    /** When its Systems Manager agent registered; empty when it has not yet, or never will. */
    public Optional<Instant> ssmRegistered(Instant now) {
        return reached(milestones.ssmOnline(), now) ? Optional.of(milestones.ssmOnline()) : Optional.empty();
    }

    /** When it was gone; empty while it is there. */
    public Optional<Instant> terminated() {
        return Optional.ofNullable(terminated);
    }

    InstanceEntry entry(Region region) {
        return new InstanceEntry(
                region.accountId(),
                region.name(),
                id,
                origin.sourceServerId(),
                origin.jobId(),
                origin.drill(),
                state(region.world().now()),
                milestones.launched());
    }

    private static boolean reached(Instant milestone, Instant now) {
        return milestone != null && !milestone.isAfter(now);
    }

    public String id() {
        return id;
    }

    public Origin origin() {
        return origin;
    }

    /** Instance type, subnet, security groups and private address with which it really runs. */
    public LaunchTemplateSettings settings() {
        return settings;
    }

    public Instant launched() {
        return milestones.launched();
    }

    /** May be changed. */
    public Map<String, String> tags() {
        return tags;
    }
}
