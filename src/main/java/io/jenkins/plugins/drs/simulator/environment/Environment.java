package io.jenkins.plugins.drs.simulator.environment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jenkins.plugins.drs.simulator.fault.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What exists in the simulated world before anybody calls it. The format is described in
 * {@code environment-format.md} beside this package's resources; everything has a default.
 *
 * @param seed makes ids, jitter and the probability of faults repeatable
 * @param startTime simulated time at which the world begins; null leaves it to the clock
 * @param defaultAccount account of every access key that no account declares
 * @param rateLimits calls that are throttled when they come too fast
 * @param strictKeys refuse access keys that no account declares
 */
public record Environment(
        long seed,
        Instant startTime,
        String defaultAccount,
        boolean strictKeys,
        List<AccountSpec> accounts,
        Quotas quotas,
        Timing timing,
        List<Fault> faults,
        List<RateLimitSpec> rateLimits) {

    /** Account that is there when the file names none; AWS uses it in its examples. */
    public static final String EXAMPLE_ACCOUNT = "123456789012";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(50).build());
    }

    public Environment {
        accounts = accounts == null ? List.of() : List.copyOf(accounts);
        defaultAccount = defaultAccount != null
                ? defaultAccount
                : accounts.isEmpty() ? EXAMPLE_ACCOUNT : accounts.get(0).accountId();
        quotas = Absent.or(quotas, Quotas.ofAws());
        timing = Absent.or(timing, Timing.typical());
        faults = faults == null ? List.of() : List.copyOf(faults);
        rateLimits = rateLimits == null ? List.of() : List.copyOf(rateLimits);
    }

    /** The account's declaration, if it has one. */
    public Optional<AccountSpec> account(String accountId) {
        return accounts.stream()
                .filter(account -> account.accountId().equals(accountId))
                .findFirst();
    }

    /**
     * Reads an environment.
     *
     * @throws IllegalArgumentException if it is no JSON or not in the format; says where and what
     */
    public static Environment parse(String json) {
        try {
            return MAPPER.readValue(json, Environment.class);
        } catch (JsonMappingException e) {
            throw new IllegalArgumentException(
                    "Expected a simulator environment, but at " + path(e) + ": " + reason(e), e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "Expected a simulator environment in JSON, but at line "
                            + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ": " + e.getOriginalMessage(),
                    e);
        }
    }

    /** Reads an environment file; see {@link #parse}. */
    public static Environment read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    /** The environment that is used when none is given: three servers in us-east-1, ready for the first call. */
    public static Environment example() {
        try (InputStream in =
                Environment.class.getResourceAsStream("/io/jenkins/plugins/drs/simulator/example-environment.json")) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String reason(JsonMappingException e) {
        return e.getCause() instanceof IllegalArgumentException ? e.getCause().getMessage() : e.getOriginalMessage();
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            path.append('/').append(step.getFieldName() == null ? step.getIndex() : step.getFieldName());
        }
        return path.isEmpty() ? "the top" : path.toString();
    }

    /**
     * Limits per account and Region. Defaults are AWS's own, from "AWS Elastic Disaster Recovery endpoints
     * and quotas" in the AWS General Reference.
     *
     * @param enforced whether AWS refuses what passes a limit; if not, the record tells who passed it
     * @param pageSize most items that one page carries; AWS does not publish its figure
     */
    public record Quotas(
            Integer serversPerJob,
            Integer concurrentJobs,
            Integer serversInAllJobs,
            Integer jobsPerServer,
            Integer pageSize,
            Boolean enforced) {

        public Quotas {
            serversPerJob = Absent.or(serversPerJob, 100);
            concurrentJobs = Absent.or(concurrentJobs, 20);
            serversInAllJobs = Absent.or(serversInAllJobs, 500);
            jobsPerServer = Absent.or(jobsPerServer, 1);
            pageSize = Absent.or(pageSize, 200);
            enforced = Absent.or(enforced, true);
        }

        /** AWS's defaults. */
        public static Quotas ofAws() {
            return new Quotas(null, null, null, null, null, null);
        }
    }

    /**
     * How many calls of an operation an account may make in a Region. AWS publishes no such rates for DRS.
     *
     * @param service signing name, such as {@code drs}
     * @param perSecond how many in the long run
     * @param burst how many at once
     * @param retryAfterSeconds what a refused caller is told; null tells nothing
     */
    public record RateLimitSpec(
            String service, String operation, Double perSecond, Integer burst, Integer retryAfterSeconds) {
        public RateLimitSpec {
            if (service == null || operation == null || perSecond == null || !(perSecond > 0)) {
                throw new IllegalArgumentException(
                        "Expected a rate limit with service, operation and perSecond above 0, but got " + service + ", "
                                + operation + ", " + perSecond);
            }
            burst = Absent.or(burst, Math.max(1, (int) Math.ceil(perSecond)));
        }
    }
}
