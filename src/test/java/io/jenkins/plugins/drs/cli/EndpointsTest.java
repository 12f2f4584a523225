package io.jenkins.plugins.drs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.jenkins.plugins.drs.cli.run.ExitCode;
import io.jenkins.plugins.drs.engine.aws.sdk.ConfiguredEndpoints;
import io.jenkins.plugins.drs.engine.aws.sdk.CredentialSource;
import io.jenkins.plugins.drs.engine.aws.sdk.LocalEndpoint;
import io.jenkins.plugins.drs.engine.aws.sdk.SdkConnections;
import io.jenkins.plugins.drs.engine.aws.sdk.SdkSettings;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.simulator.Simulator;
import io.jenkins.plugins.drs.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers is told from what really answers, however the endpoint was set. */
class EndpointsTest {
    private static final Set<String> PROPERTIES = Set.of(
            "aws.accessKeyId",
            "aws.secretAccessKey",
            "aws.endpointUrl",
            "aws.endpointUrlDrs",
            "aws.endpointUrlSts",
            "aws.endpointUrlSsm",
            "aws.endpointUrlSso",
            "aws.endpointUrlSsoOidc",
            "aws.endpointUrlSignin",
            "aws.endpointUrlEc2",
            "aws.endpointUrlSecretsManager",
            "aws.ignoreConfiguredEndpointUrls",
            "aws.profile",
            "aws.configFile",
            "aws.sharedCredentialsFile");
    private static final Path SAMPLE = Path.of("samples/three-tier");

    @TempDir
    private Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<AutoCloseable> opened = new ArrayList<>();

    @BeforeEach
    void giveKeys() {
        System.setProperty("aws.accessKeyId", "simulated");
        System.setProperty("aws.secretAccessKey", "simulated");
    }

    @AfterEach
    void tidyUp() throws Exception {
        PROPERTIES.forEach(System::clearProperty);
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    @Test
    void shouldMarkADrillThatSystemPropertiesLeadToTheSimulator() throws Exception {
        Simulator simulator = simulator();
        System.setProperty("aws.endpointUrl", simulator.endpoint().toString());

        assertThat(drs(
                        "drill",
                        SAMPLE.resolve("plan.yaml").toString(),
                        "--out",
                        temp.resolve("out").toString()))
                .as(err.toString())
                .isZero();

        assertMarked(simulator);
        drs(
                "report",
                "--history",
                temp.resolve("out").toString(),
                "--out",
                temp.resolve("history").toString());
        assertThat(temp.resolve("history/history.csv")).content().contains(",SIMULATOR");
        assertThat(temp.resolve("history/index.html")).content().contains("are not evidence about AWS");
    }

    @Test
    void shouldMarkACheckThatAProfileLeadsToTheSimulator() throws Exception {
        Simulator simulator = simulator();
        Path config =
                Files.writeString(temp.resolve("config"), "[default]\nendpoint_url = " + simulator.endpoint() + "\n");
        System.setProperty("aws.configFile", config.toString());

        check();

        assertMarked(simulator);
    }

    @ParameterizedTest
    @ValueSource(strings = {"endpoint_url = %s", "services = local"})
    void shouldCallWhatTheProfileOfTheCommandLineNames(String line) throws Exception {
        Simulator simulator = simulator();
        String services = Stream.of("drs", "ec2", "ssm", "sts", "secrets_manager")
                .map(service -> service + " =\n  endpoint_url = " + simulator.endpoint() + "\n")
                .collect(Collectors.joining("", "[services local]\n", ""));
        profile("[profile sim]\n" + line.formatted(simulator.endpoint()) + "\n" + services, "sim");

        check("--profile", "sim");

        assertMarked(simulator);
    }

    /** The SDK asks for the credentials of the role by a client of its own. */
    @Test
    void shouldAskTheGivenEndpointForTheRoleOfAProfile() throws Exception {
        Simulator simulator = simulator();
        profile(
                "[profile role]\nregion = us-east-1\nrole_arn = arn:aws:iam::123456789012:role/x\n"
                        + "source_profile = keys\n",
                "keys");

        check("--profile", "role", "--endpoint-url", simulator.endpoint().toString());

        assertThat(err.toString() + out).doesNotContain("amazonaws.com");
        assertThat(simulator.record().calls())
                .anyMatch(call -> "AssumeRole".equals(call.operation()) && "sts".equals(call.service()));
    }

    @Test
    void shouldCallAwsWhereTheProfileIgnoresConfiguredEndpoints() throws Exception {
        System.setProperty("aws.endpointUrl", simulator().endpoint().toString());
        profile("[profile aws]\nignore_configured_endpoint_urls = true\n", "aws");
        assertThat(configured()).isNotEmpty();

        System.setProperty("aws.profile", "aws");

        assertThat(configured()).isEmpty();
        assertThat(called()).isEqualTo("https://sts.eu-west-1.amazonaws.com");

        System.setProperty("aws.ignoreConfiguredEndpointUrls", "false");
        assertThat(configured()).as("goes before the profile").isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Drs", "Ssm", "Sts", "Ec2", "SecretsManager"})
    void shouldCallNobodyWhereOneServiceGoesElsewhereThanTheOthers(String service) throws Exception {
        Simulator simulator = simulator();
        System.setProperty("aws.endpointUrl" + service, simulator.endpoint().toString());

        assertThat(check()).isEqualTo(ExitCode.INVALID);

        assertThat(err.toString())
                .contains("Calls of some services go to AWS and those of others elsewhere: {")
                .contains(service.toLowerCase(Locale.ROOT) + "=" + simulator.endpoint());
        assertThat(simulator.record().calls()).isEmpty();
        assertThat(temp.resolve("out")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:70000", "http://", "ftp://127.0.0.1", "127.0.0.1:4566", "http://a b"})
    void shouldRefuseWhatIsNoEndpointInTheEnvironment(String url) throws Exception {
        System.setProperty("aws.endpointUrl", url);

        assertThat(check()).as(err.toString()).isEqualTo(ExitCode.INVALID);

        assertThat(err.toString()).doesNotContain("defect").contains("AWS_ENDPOINT_URL");
    }

    @Test
    void shouldSayThatTheConfigurationFilesOfAwsCannotBeRead() throws Exception {
        profile("garbage\n[[[x\n", "x");

        assertThat(check()).as(err.toString()).isEqualTo(ExitCode.INVALID);

        assertThat(err.toString()).contains("The configuration files of AWS cannot be read", "AWS_CONFIG_FILE");
    }

    @Test
    void shouldRefuseServicesThatGoToDifferentPlaces() throws Exception {
        Simulator simulator = simulator();
        Simulator other = simulator();
        System.setProperty("aws.endpointUrl", simulator.endpoint().toString());
        System.setProperty("aws.endpointUrlDrs", other.endpoint().toString());

        assertThat(drs(
                        "drill",
                        SAMPLE.resolve("plan.yaml").toString(),
                        "--out",
                        temp.resolve("out").toString()))
                .isNotZero();

        assertThat(Files.readString(temp.resolve("out/audit.jsonl")))
                .contains("MixedEndpoints", simulator.worldId(), other.worldId());
        assertThat(other.record().calls())
                .noneMatch(call -> call.service() != null && call.service().equals("drs"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>Welcome</html>",
                "{}",
                "",
                "null",
                "{\"now\":\"garbage\",\"scale\":60}",
                "{\"now\":5,\"scale\":60}",
                "{\"now\":\"2026-01-05T03:00:00Z\",\"scale\":-3}",
                "{\"now\":\"2026-01-05T03:00:00Z\",\"scale\":1e308}",
                "{\"now\":\"+999999999-12-31T00:00:00Z\",\"scale\":60}"
            })
    void shouldNeverTakeASimulatorForAwsBecauseItsClockCannotBeRead(String clock) throws Exception {
        Simulator simulator = simulator();
        HttpServer front = front(simulator, clock, 200);

        assertThat(check("--endpoint-url", address(front))).isEqualTo(ExitCode.AWS);

        assertThat(err.toString()).contains("The simulator answers at " + address(front), "does not tell its time");
        assertThat(simulator.record().calls()).allMatch(call -> call.operation() == null);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 502})
    void shouldNeverTakeASimulatorForAwsBecauseItsClockIsRefused(int status) throws Exception {
        HttpServer front = front(simulator(), "Bad Gateway", status);

        assertThat(check("--endpoint-url", address(front))).isEqualTo(ExitCode.AWS);

        assertThat(err.toString()).contains("does not tell its time (status " + status + ")");
    }

    @Test
    void shouldNameAnEndpointThatIsNeitherAwsNorASimulator() throws Exception {
        HttpServer gateway = front(simulator(), "no", 404, "x-drs-simulator-world");

        check("--endpoint-url", address(gateway));

        assertThat(results().path("simulated").asBoolean()).isFalse();
        assertThat(results().path("endpoint").path("kind").asText()).isEqualTo("OTHER");
        assertThat(results().path("endpoint").path("address").asText()).isEqualTo(address(gateway));
        assertThat(out.toString()).contains("[NOT AWS]", address(gateway) + ", which is not AWS");
        assertThat(temp.resolve("out/report/index.html")).content().contains("NOT AWS");
    }

    private void assertMarked(Simulator simulator) throws IOException {
        assertThat(results().path("simulated").asBoolean()).isTrue();
        assertThat(results().path("endpoint").path("simulatorId").asText()).isEqualTo(simulator.worldId());
        assertThat(out.toString()).contains("[SIMULATED]");
        assertThat(temp.resolve("out/report/index.html")).content().contains("SIMULATION");
        assertThat(results().path("started").asText()).startsWith("2026-01-05T03:00");
    }

    private void profile(String config, String credentials) throws IOException {
        System.setProperty(
                "aws.configFile",
                Files.writeString(temp.resolve("config"), config).toString());
        System.setProperty(
                "aws.sharedCredentialsFile",
                Files.writeString(
                                temp.resolve("credentials"),
                                "[" + credentials + "]\naws_access_key_id = a\naws_secret_access_key = b\n")
                        .toString());
    }

    private static Map<String, URI> configured() {
        return ConfiguredEndpoints.of(SdkSettings.of(CredentialSource.defaultChain()))
                .byService();
    }

    /** What a call of STS is meant for. */
    private static String called() {
        String identity = "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
                + "<GetCallerIdentityResult><Arn>arn:aws:iam::111111111111:user/a</Arn><Account>111111111111</Account>"
                + "</GetCallerIdentityResult></GetCallerIdentityResponse>";
        LocalEndpoint local = ask -> new LocalEndpoint.Answer(
                200, Map.of("x-amzn-requestid", "1"), identity.getBytes(StandardCharsets.UTF_8));
        try (var connections = new SdkConnections(SdkSettings.of(CredentialSource.defaultChain()), local)) {
            return connections
                    .open(call -> {})
                    .identity(Target.own("eu-west-1"))
                    .whoAmI()
                    .endpoint()
                    .address();
        }
    }

    private int check(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "check",
                SAMPLE.resolve("plan.yaml").toString(),
                "--out",
                temp.resolve("out").toString()));
        arguments.addAll(List.of(more));
        return drs(arguments.toArray(String[]::new));
    }

    private int drs(String... arguments) {
        return Drs.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private JsonNode results() throws IOException {
        return new ObjectMapper().readTree(temp.resolve("out/results.json").toFile());
    }

    private Simulator simulator() throws IOException {
        Simulator simulator =
                Simulator.start(SimulatorOptions.of(Files.readString(SAMPLE.resolve("environment.json"))));
        opened.add(simulator);
        return simulator;
    }

    private static String address(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Passes everything on, but answers for the clock itself; leaves out headers of the answers by name. */
    private HttpServer front(Simulator simulator, String clock, int status, String... without) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        HttpClient client = HttpClient.newHttpClient();
        server.createContext("/", exchange -> {
            try (exchange) {
                if (exchange.getRequestURI().getPath().startsWith("/_simulator/")) {
                    send(exchange, status, clock.getBytes(StandardCharsets.UTF_8));
                    return;
                }
                HttpResponse<byte[]> answer = pass(client, simulator.endpoint(), exchange);
                answer.headers().map().forEach((name, values) -> {
                    if (!Set.of(without).contains(name) && !name.matches("(?i)content-length|:status|date")) {
                        exchange.getResponseHeaders().put(name, values);
                    }
                });
                send(exchange, answer.statusCode(), answer.body());
            }
        });
        server.start();
        opened.add(() -> server.stop(0));
        return server;
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static HttpResponse<byte[]> pass(HttpClient client, URI simulator, HttpExchange exchange)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(simulator.resolve(exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!name.matches("(?i)host|connection|content-length|expect|upgrade|transfer-encoding")) {
                request.header(name, values.get(0));
            }
        });
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
