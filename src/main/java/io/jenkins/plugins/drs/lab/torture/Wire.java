package io.jenkins.plugins.drs.lab.torture;

import io.jenkins.plugins.drs.engine.aws.sdk.LocalEndpoint;
import io.jenkins.plugins.drs.lab.torture.Memory.Killed;
import io.jenkins.plugins.drs.lab.torture.Trouble.Moment;
import io.jenkins.plugins.drs.simulator.Simulator;
import io.jenkins.plugins.drs.simulator.wire.Request;
import io.jenkins.plugins.drs.simulator.wire.Response;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The way from the SDK to the simulator: loses answers, takes long, and is where the process may die in a call. */
final class Wire implements LocalEndpoint {
    /** As the connections of the product: no answer within a minute is no answer. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** In an answer of the simulator: the secrets that the request held. */
    static final String WHAT_WAS_SENT = "(what was sent)";

    private static final int MOST_CALLS = 20_000;

    private final Simulator simulator;
    private final Detour detour;
    private final List<String> secrets;
    private final PrintedSecret said;
    private final List<Trouble.Crash> crashes;
    private final List<Trouble.SlowCall> slow;
    private final Consumer<Moment> machine;
    private final StrangeAnswers strange;
    private int calls;

    /** @param machine hears of moments in calls at which something may happen to the engine's machine */
    Wire(Simulator simulator, Scenario scenario, Detour detour, Consumer<Moment> machine) {
        this.simulator = simulator;
        this.detour = detour;
        this.crashes = scenario.troubles(Trouble.Crash.class);
        this.secrets = scenario.secrets();
        this.strange = new StrangeAnswers(scenario);
        this.said = new PrintedSecret(scenario.seed());
        this.machine = machine;
        this.slow = scenario.troubles(Trouble.SlowCall.class);
    }

    /** One on which nothing goes wrong. */
    static Wire undisturbed(Simulator simulator, Scenario scenario) {
        Scenario quiet = scenario.with(List.of());
        return new Wire(simulator, quiet, new Detour(quiet, null, simulator), moment -> {});
    }

    /** The same for requests that came over HTTP, where the process does not die in a call. */
    Response overHttp(Request request) {
        Map<String, List<String>> headers = new TreeMap<>();
        request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        try {
            Answer answer = answer(new Ask(request.method(), request.path(), request.query(), headers, request.body()));
            return new Response(answer.status(), answer.headers(), answer.body(), false, Duration.ZERO);
        } catch (IOException | Killed noAnswer) {
            return Response.none();
        }
    }

    @Override
    public Answer answer(Ask ask) throws IOException {
        if (++calls > MOST_CALLS) {
            throw new AssertionError("It made " + MOST_CALLS + " calls and has not ended");
        }
        dieAt(Trouble.Place.BEFORE_CALL);
        for (Trouble.SlowCall call : slow) {
            if (call.number() == calls && !call.workIsDone()) {
                waitFor(call);
                throw new SocketTimeoutException("Read timed out");
            }
        }
        Optional<Trouble.StrangeAnswer> trouble = strange.of(ask);
        if (trouble.filter(answer -> !answer.workIsDone()).isPresent()) {
            machine.accept(Moment.WITH_STRANGE_ANSWER);
            return strange.invented(trouble.get());
        }
        Response response = detour.answering(ask).handle(request(ask));
        machine.accept(Moment.IN_CALL);
        dieAt(Trouble.Place.AFTER_CALL);
        for (Trouble.SlowCall call : slow) {
            if (call.number() == calls) {
                waitFor(call);
            }
        }
        if (response.cut()) {
            throw new SocketException("Unexpected end of file from server");
        }
        Answer answer = new Answer(response.status(), response.headers(), repeating(ask, response));
        if (trouble.isPresent()) {
            machine.accept(Moment.WITH_STRANGE_ANSWER);
            return strange.changed(ask, trouble.get(), answer);
        }
        strange.passed(ask, answer);
        return answer;
    }

    private byte[] repeating(Ask ask, Response response) {
        if (response.status() < 400) {
            return saying(response);
        }
        String text = response.text();
        if (!text.contains(WHAT_WAS_SENT)) {
            return response.body();
        }
        String sent = new String(ask.body(), StandardCharsets.UTF_8);
        String quoted = secrets.stream()
                .map(PrintedSecret::escaped)
                .filter(sent::contains)
                .collect(Collectors.joining("', '"));
        return text.replace(WHAT_WAS_SENT, quoted).getBytes(StandardCharsets.UTF_8);
    }

    /** A runbook says the secret that it was given, which its parameters in the answer show. */
    private byte[] saying(Response response) {
        String text = response.text();
        boolean says = text.contains(PrintedSecret.PLAIN) || text.contains(PrintedSecret.FORM);
        return secrets.stream()
                .filter(secret -> says && text.contains(PrintedSecret.escaped(secret)))
                .findFirst()
                .map(secret -> said.filled(text, secret).getBytes(StandardCharsets.UTF_8))
                .orElse(response.body());
    }

    private void dieAt(Trouble.Place place) {
        for (Trouble.Crash crash : crashes) {
            if (crash.place() == place && crash.number() == calls) {
                throw new Killed(crash);
            }
        }
    }

    private void waitFor(Trouble.SlowCall call) throws SocketTimeoutException {
        boolean lost = call.takes().compareTo(LONGEST) >= 0;
        simulator.clock().advance(lost ? LONGEST : call.takes());
        if (lost) {
            throw new SocketTimeoutException("Read timed out");
        }
    }

    static Request request(Ask ask) {
        Map<String, String> headers = new TreeMap<>();
        ask.headers().forEach((name, values) -> headers.put(name, String.join(",", values)));
        return new Request(ask.method(), ask.path(), ask.query(), headers, ask.body());
    }
}
