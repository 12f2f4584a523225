package io.jenkins.plugins.drs.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.environment.Environment.RateLimitSpec;
import io.jenkins.plugins.drs.simulator.fault.Fault;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import io.jenkins.plugins.drs.simulator.fault.Occasion;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.CallEntry;
import io.jenkins.plugins.drs.simulator.service.AwsService;
import io.jenkins.plugins.drs.simulator.service.Call;
import io.jenkins.plugins.drs.simulator.service.Operation;
import io.jenkins.plugins.drs.simulator.shape.Violation;
import io.jenkins.plugins.drs.simulator.state.AwsState;
import io.jenkins.plugins.drs.simulator.state.CredentialBook;
import io.jenkins.plugins.drs.simulator.state.CredentialBook.Caller;
import io.jenkins.plugins.drs.simulator.time.SimulatorClock;
import io.jenkins.plugins.drs.simulator.wire.AwsError;
import io.jenkins.plugins.drs.simulator.wire.AwsError.CommonFailure;
import io.jenkins.plugins.drs.simulator.wire.Protocol;
import io.jenkins.plugins.drs.simulator.wire.Protocol.Decoded;
import io.jenkins.plugins.drs.simulator.wire.Request;
import io.jenkins.plugins.drs.simulator.wire.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes a request through signature, faults and shape to its operation, one at a time. */
final class Dispatcher {
    /** AWS's own limits differ by service; none of the product's requests comes near. */
    static final int LARGEST_BODY = 10 << 20;

    private final AwsState world;
    private final SimulatorClock clock;
    private final Map<String, AwsService> services;
    private final RateLimits rates;

    Dispatcher(AwsState world, SimulatorClock clock, List<AwsService> services) {
        this.world = world;
        this.clock = clock;
        this.rates = new RateLimits(world.environment().rateLimits());
        this.services = services.stream().collect(Collectors.toMap(AwsService::signingName, Function.identity()));
    }

    Response handle(Request request) {
        synchronized (world) {
            world.walkTo(clock.now());
            Visit visit = new Visit(world.ids().uuid("request"), Protocol.guess(request));
            Response response = serveOrRefuse(request, visit);
            world.ledger().add(visit.entry(world.now()));
            return visit.delay == null
                    ? response
                    : response.after(Duration.ofMillis(FaultAnswers.delayMillis(visit.delay)));
        }
    }

    private Response serveOrRefuse(Request request, Visit visit) {
        try {
            enter(request, visit);
            AwsService service = services.get(visit.service);
            Decoded decoded = visit.protocol.decode(request);
            visit.operation = decoded.operation();
            strike(visit);
            limitRate(visit);
            if (visit.fault != null && visit.fault.kind() == FaultKind.CUT_CONNECTION) {
                return Response.none();
            }
            Response response = serve(service, decoded.input(), visit);
            return loses(visit) ? Response.none() : response;
        } catch (AwsError e) {
            visit.outcome = e.code();
            return loses(visit) ? Response.none() : visit.protocol.encode(e, visit.requestId);
        } catch (RuntimeException e) {
            visit.outcome = "SimulatorDefect";
            AwsError error = visit.protocol.failure(CommonFailure.INTERNAL, "Defect in the simulator: " + e);
            return visit.protocol.encode(error, visit.requestId);
        }
    }

    /** Finds out who calls which service. */
    private void enter(Request request, Visit visit) {
        Signature signature = Signature.of(request);
        visit.service = signature.service();
        visit.regionName = signature.region();
        AwsService service = services.get(signature.service());
        if (service == null) {
            throw visit.protocol.failure(
                    CommonFailure.UNKNOWN_OPERATION, "The service " + signature.service() + " is not simulated.");
        }
        visit.protocol = service.protocol();
        if (request.body().length > LARGEST_BODY) {
            throw visit.protocol.failure(CommonFailure.TOO_LARGE);
        }
        CredentialBook.Answer answer =
                world.credentials().identify(signature.accessKeyId(), request.header("x-amz-security-token"));
        answer.refusal().ifPresent(refusal -> {
            throw visit.protocol.failure(
                    refusal == CredentialBook.Refusal.EXPIRED ? CommonFailure.EXPIRED : CommonFailure.UNKNOWN_KEY);
        });
        visit.caller = answer.caller().orElseThrow();
    }

    /** Lets faults strike; those that refuse the call do so here. */
    private void strike(Visit visit) {
        Occasion occasion = Occasion.call(visit.service, visit.operation, visit.caller.accountId(), visit.regionName);
        visit.delay = world.fault(FaultKind.DELAY, occasion).orElse(null);
        visit.fault = world.fault(FaultKind.OF_CALLS, occasion).orElse(null);
        if (visit.fault != null) {
            if (visit.fault.kind() == FaultKind.EXPIRED_CREDENTIALS) {
                world.credentials().expire(visit.caller.accessKeyId());
            }
            FaultAnswers.refusal(visit.fault, visit.protocol).ifPresent(error -> {
                throw error;
            });
        }
    }

    private void limitRate(Visit visit) {
        rates.passed(visit, world.now()).ifPresent(limit -> {
            AwsError error = visit.protocol.failure(CommonFailure.THROTTLED);
            throw limit.retryAfterSeconds() == null ? error : error.retryAfter(limit.retryAfterSeconds());
        });
    }

    private Response serve(AwsService service, ObjectNode input, Visit visit) {
        Operation operation = service.operations().get(visit.operation);
        if (operation == null) {
            throw visit.protocol.failure(CommonFailure.UNKNOWN_OPERATION);
        }
        if (visit.protocol.isTextual()) {
            operation.input().typed(input);
        }
        List<Violation> violations = operation.input().violations(input);
        if (!violations.isEmpty()) {
            throw visit.protocol.invalid(violations);
        }
        Call call = new Call(
                visit.operation,
                world.region(visit.caller.accountId(), visit.regionName),
                visit.caller,
                visit.requestId,
                input);
        ObjectNode output = operation.handler().handle(call);
        return visit.protocol.encode(visit.operation, output, operation.status(), visit.requestId);
    }

    private static boolean loses(Visit visit) {
        return visit.fault != null && visit.fault.kind() == FaultKind.LOSE_ANSWER;
    }

    /** What is known so far about a request that is being served; ends as an entry of the record. */
    static final class Visit {
        final String requestId;
        Protocol protocol;
        String service;
        String operation;
        String regionName;
        Caller caller;
        Fault fault;
        Fault delay;
        String outcome = "OK";

        Visit(String requestId, Protocol protocol) {
            this.requestId = requestId;
            this.protocol = protocol;
        }

        CallEntry entry(Instant time) {
            Fault applied = fault == null ? delay : fault;
            return new CallEntry(
                    time,
                    service,
                    operation,
                    caller == null ? null : caller.accountId(),
                    regionName,
                    requestId,
                    outcome,
                    applied == null ? null : applied.kind().name());
        }
    }

    /** Counts the calls of each account, Region and operation that has a limit. Guarded by the world's lock. */
    private static final class RateLimits {
        private final List<RateLimitSpec> limits;
        private final Map<String, Level> levels = new HashMap<>();

        /** How many calls may be made, as of a time. */
        private record Level(double calls, Instant at) {}

        RateLimits(List<RateLimitSpec> limits) {
            this.limits = limits;
        }

        /** The limit that a call now passes; empty when it may be made, which is then counted. */
        Optional<RateLimitSpec> passed(Visit visit, Instant now) {
            return limits.stream()
                    .filter(limit -> limit.service().equals(visit.service)
                            && limit.operation().equals(visit.operation))
                    .filter(limit -> !take(limit, key(visit), now))
                    .findFirst();
        }

        private static String key(Visit visit) {
            return visit.caller.accountId() + " " + visit.regionName + " " + visit.service + " " + visit.operation;
        }

        private boolean take(RateLimitSpec limit, String key, Instant now) {
            Level before = levels.getOrDefault(key, new Level(limit.burst(), now));
            double seconds = Duration.between(before.at(), now).toMillis() / 1000.0;
            double calls = Math.min(limit.burst(), before.calls() + seconds * limit.perSecond());
            levels.put(key, new Level(calls < 1 ? calls : calls - 1, now));
            return calls >= 1;
        }
    }

    /** What a request's signature says about its caller. The signature itself cannot be verified: no secret is known. */
    private record Signature(String accessKeyId, String region, String service) {
        private static final Pattern HEADER = Pattern.compile(
                "AWS4-HMAC-SHA256\\s+Credential=([\\w]+)/([0-9]{8})/([a-z0-9-]+)/([a-z0-9-]+)/aws4_request,"
                        + "\\s*SignedHeaders=[a-z0-9;_.-]+,\\s*Signature=[0-9a-f]{64}");

        /**
         * Reads a request's signature.
         *
         * @throws AwsError if there is none, or none that can be read
         */
        static Signature of(Request request) {
            Protocol protocol = Protocol.guess(request);
            String header = request.header("authorization");
            if (header.isEmpty()) {
                throw protocol.failure(CommonFailure.NO_SIGNATURE);
            }
            Matcher parts = HEADER.matcher(header.trim());
            if (!parts.matches()) {
                throw protocol.failure(CommonFailure.GARBLED_SIGNATURE);
            }
            return new Signature(parts.group(1), parts.group(3), parts.group(4));
        }
    }
}
