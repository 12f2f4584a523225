package io.jenkins.plugins.drs.engine.aws.sdk;

import io.jenkins.plugins.drs.engine.plan.Endpoint;
import io.jenkins.plugins.drs.engine.plan.Endpoint.Kind;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Tells what answers, from the request that the SDK really sends and the answer that really comes. */
final class AnsweringEndpoint implements ExecutionInterceptor {
    /** Where a call asks for the address that it went to. */
    static final ExecutionAttribute<AtomicReference<URI>> ADDRESS = new ExecutionAttribute<>("DrsAnsweringAddress");

    private static final String WORLD_HEADER = "x-drs-simulator-world";

    /**
     * Endpoints of the services that are called, in every partition: also FIPS, dual-stack and VPC endpoints. Other names below
     * these suffixes, such as those of instances, load balancers and API Gateway, may belong to anybody.
     */
    private static final Pattern AWS_HOSTS = Pattern.compile(
            "(?:vpce-[a-z0-9-]+\\.)?(?:drs|ec2|ssm|sts|secretsmanager)(?:-fips)?(?:\\.[a-z0-9-]+)?(?:\\.vpce)?\\."
                    + "(?:amazonaws\\.com(?:\\.cn)?|amazonaws\\.eu|api\\.aws|api\\.amazonwebservices\\.(?:com\\.cn|eu)"
                    + "|c2s\\.ic\\.gov|sc2s\\.sgov\\.gov|cloud\\.adc-e\\.uk|csp\\.hci\\.ic\\.gov)");

    private final Supplier<Optional<Endpoint>> proven;

    /** @param proven what is known to answer; empty before it was found out */
    AnsweringEndpoint(Supplier<Optional<Endpoint>> proven) {
        this.proven = proven;
    }

    /** A simulator is told whom the call is meant for, so that another one in its place refuses it. */
    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        boolean asksWho = attributes.getAttribute(ADDRESS) != null;
        return asksWho
                ? context.httpRequest()
                : proven.get()
                        .flatMap(Endpoint::simulatorId)
                        .map(id -> context.httpRequest().toBuilder()
                                .putHeader(WORLD_HEADER, id)
                                .build())
                        .orElseGet(context::httpRequest);
    }

    /** An answer of another world is none: AWS did not give it, or not the simulator that the execution began in. */
    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        Optional<String> world = context.httpResponse().firstMatchingHeader(WORLD_HEADER);
        Optional<Endpoint> expected = attributes.getAttribute(ADDRESS) != null ? Optional.empty() : proven.get();
        if (world.isPresent()
                && expected.filter(endpoint -> !endpoint.simulatorId().equals(world))
                        .isPresent()) {
            throw new OtherWorld(expected.get(), of(context.httpRequest().getUri(), world));
        }
    }

    /** Something else answered than what is known to answer. */
    static final class OtherWorld extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OtherWorld(Endpoint expected, Endpoint met) {
            super("Expected an answer of " + expected + ", but " + met + " answered");
        }
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        AtomicReference<URI> asked = attributes.getAttribute(ADDRESS);
        if (asked != null) {
            asked.set(context.httpRequest().getUri());
        }
    }

    /** Who answered a request to {@code address}. */
    static Endpoint of(URI address, SdkHttpResponse answer) {
        return of(address, answer.firstMatchingHeader(WORLD_HEADER));
    }

    private static Endpoint of(URI address, Optional<String> world) {
        String place = place(address);
        Kind kind = world.isPresent() ? Kind.SIMULATOR : isAws(address) ? Kind.AWS : Kind.OTHER;
        return new Endpoint(kind, place, world);
    }

    /** What tells an address from others: where it leads, without a path. */
    static String place(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }

    /** Whether an address is one of AWS by its name, which only HTTPS proves. */
    static boolean isAws(URI address) {
        return "https".equals(address.getScheme())
                && address.getHost() != null
                && AWS_HOSTS.matcher(address.getHost().toLowerCase(Locale.ROOT)).matches();
    }
}
