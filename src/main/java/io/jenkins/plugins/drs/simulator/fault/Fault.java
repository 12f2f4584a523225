package io.jenkins.plugins.drs.simulator.fault;

import java.util.List;

/**
 * One thing that shall go wrong. Read from JSON, or built in tests:
 * {@code Fault.of(FaultKind.THROTTLE).on("drs", "StartRecovery").times(2)}.
 */
public record Fault(FaultKind kind, FaultMatch match, FaultWindow when, FaultEffect effect) {

    public Fault {
        if (kind == null) {
            throw new IllegalArgumentException("Expected a fault to have a kind, but it has none");
        }
        match = match == null ? FaultMatch.ANY : match;
        when = when == null ? FaultWindow.ALWAYS : when;
        effect = effect == null ? FaultEffect.DEFAULT : effect;
    }

    /** A fault that strikes everything, always. */
    public static Fault of(FaultKind kind) {
        return new Fault(kind, null, null, null);
    }

    /** Fails calls with an error code and HTTP status. */
    public static Fault error(String code, int status) {
        return new Fault(FaultKind.ERROR, null, null, new FaultEffect(code, status, null, null, null));
    }

    /** Limited to an operation of a service. */
    public Fault on(String service, String operation) {
        return with(
                new FaultMatch(service, operation, match.account(), match.region(), match.servers(), match.document()));
    }

    /** Limited to an account and Region; null means any. */
    public Fault in(String account, String region) {
        return with(
                new FaultMatch(match.service(), match.operation(), account, region, match.servers(), match.document()));
    }

    /** Limited to source servers, by id or host name. */
    public Fault servers(String... servers) {
        return with(new FaultMatch(
                match.service(),
                match.operation(),
                match.account(),
                match.region(),
                List.of(servers),
                match.document()));
    }

    /** Limited to an automation document. */
    public Fault document(String name) {
        return with(new FaultMatch(
                match.service(), match.operation(), match.account(), match.region(), match.servers(), name));
    }

    /** Used up after striking this often. */
    public Fault times(int times) {
        return with(new FaultWindow(times, when.skip(), when.probability(), when.fromSeconds(), when.untilSeconds()));
    }

    /** Lets this many occasions pass first. */
    public Fault skip(int skip) {
        return with(new FaultWindow(when.times(), skip, when.probability(), when.fromSeconds(), when.untilSeconds()));
    }

    /** With another effect. */
    public Fault effect(FaultEffect other) {
        return new Fault(kind, match, when, other);
    }

    private Fault with(FaultMatch other) {
        return new Fault(kind, other, when, effect);
    }

    /** Within another window. */
    public Fault with(FaultWindow other) {
        return new Fault(kind, match, other, effect);
    }
}
