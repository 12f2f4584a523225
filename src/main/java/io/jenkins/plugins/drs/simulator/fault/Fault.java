package io.jenkins.plugins.drs.simulator.fault;

import java.time.Duration;
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

    /**
     * Whom a fault strikes. What is null or empty matches everything.
     *
     * @param service signing name, such as {@code drs}
     * @param operation such as {@code StartRecovery}
     * @param account twelve digits
     * @param region such as {@code us-east-1}
     * @param servers source server ids or host names
     * @param document name of an automation document
     */
    public record FaultMatch(
            String service, String operation, String account, String region, List<String> servers, String document) {

        /** Matches everything. */
        public static final FaultMatch ANY = new FaultMatch(null, null, null, null, List.of(), null);

        public FaultMatch {
            servers = servers == null ? List.of() : List.copyOf(servers);
        }

        boolean accepts(Occasion occasion) {
            return accepts(service, occasion.service())
                    && accepts(operation, occasion.operation())
                    && accepts(account, occasion.account())
                    && accepts(region, occasion.region())
                    && accepts(document, occasion.document())
                    && (servers.isEmpty() || isAmong(occasion.serverId()) || isAmong(occasion.hostname()));
        }

        /** An occasion that names no server strikes none. */
        private boolean isAmong(String server) {
            return server != null && servers.contains(server);
        }

        private static boolean accepts(String wanted, String actual) {
            return wanted == null || wanted.equalsIgnoreCase(actual);
        }
    }

    /**
     * When a fault strikes. What is null does not limit it.
     *
     * @param times how often it strikes before it is used up
     * @param skip how many occasions it lets pass first
     * @param probability of striking at an occasion, 0 to 1; drawn from the environment's seed
     * @param fromSeconds simulated seconds after the world's start
     * @param untilSeconds simulated seconds after the world's start, exclusive
     */
    public record FaultWindow(Integer times, Integer skip, Double probability, Long fromSeconds, Long untilSeconds) {

        /** Always. */
        public static final FaultWindow ALWAYS = new FaultWindow(null, null, null, null, null);

        boolean isOpen(Duration sinceStart) {
            return (fromSeconds == null || sinceStart.getSeconds() >= fromSeconds)
                    && (untilSeconds == null || sinceStart.getSeconds() < untilSeconds);
        }
    }

    /**
     * What a fault says and does. What is null takes the default of its kind.
     *
     * @param code error code, such as {@code InternalServerException}
     * @param status HTTP status of an error
     * @param message text of the error, or the raw error in a job log
     * @param retryAfterSeconds sent as {@code Retry-After} with a throttled call
     * @param delayMillis real milliseconds by which an answer is held back
     * @param lateSeconds simulated seconds for which a new job is not shown
     */
    public record FaultEffect(
            String code,
            Integer status,
            String message,
            Integer retryAfterSeconds,
            Long delayMillis,
            Integer lateSeconds) {

        /** The kind's defaults. */
        public static final FaultEffect DEFAULT = new FaultEffect(null, null, null, null, null, null);

        public FaultEffect(String code, Integer status, String message, Integer retryAfterSeconds, Long delayMillis) {
            this(code, status, message, retryAfterSeconds, delayMillis, null);
        }

        /** The message, or a default where none was given. */
        public String messageOr(String otherwise) {
            return message == null ? otherwise : message;
        }
    }
}
