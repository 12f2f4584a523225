package io.jenkins.plugins.drs.lab.torture;

import io.jenkins.plugins.drs.engine.aws.sdk.CredentialSource;
import io.jenkins.plugins.drs.engine.aws.sdk.CredentialSource.AccessKeys;
import io.jenkins.plugins.drs.engine.aws.sdk.LocalEndpoint.Answer;
import io.jenkins.plugins.drs.engine.aws.sdk.LocalEndpoint.Ask;
import io.jenkins.plugins.drs.engine.aws.sdk.SdkConnections;
import io.jenkins.plugins.drs.engine.aws.sdk.SdkSettings;
import io.jenkins.plugins.drs.engine.execution.Execution;
import io.jenkins.plugins.drs.engine.execution.WrongEnvironmentException;
import io.jenkins.plugins.drs.lab.torture.Promises.Broken;
import io.jenkins.plugins.drs.simulator.Simulator;
import io.jenkins.plugins.drs.simulator.SimulatorOptions;
import io.jenkins.plugins.drs.simulator.wire.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Promise 9: an execution that somebody takes up elsewhere does nothing there, and its journal stays as it is. */
record OtherEnvironments(Scenario scenario, Memory memory, JournalOnDisk journal, Simulator own) {
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9");
    private static final String ELSEWHERE = "555555555555";

    /** Asking who one is, and entering a role to ask it there. */
    private static final Set<String> HARMLESS = Set.of("GetCallerIdentity", "AssumeRole");

    /** Opens the journal with an engine that works by these connections. */
    @FunctionalInterface
    interface Opening {
        Execution open(SdkConnections connections) throws IOException;
    }

    /** Must be refused wherever the execution has found out where it is. */
    List<Broken> tried(Opening opening) throws IOException {
        List<Broken> broken = new ArrayList<>();
        for (Trouble.OtherWorld trouble : scenario.troubles(Trouble.OtherWorld.class)) {
            String journalled = wholeLines(journal.bytes());
            boolean rolesHideIt = trouble.account() && scenario.traits().withRoles();
            if (memory.isDue(trouble, trouble.afterEvent())
                    && journalled.contains("\"TargetIdentified\"")
                    && !journalled.contains("\"ExecutionFinished\"")
                    && !rolesHideIt) {
                broken.addAll(tried(trouble, opening));
            }
        }
        return broken;
    }

    private List<Broken> tried(Trouble.OtherWorld trouble, Opening opening) throws IOException {
        List<Broken> broken = new ArrayList<>();
        byte[] before = journal.bytes();
        try (Simulator other = other(scenario, own, trouble.account());
                SdkConnections connections = connections(other)) {
            try (Execution execution = opening.open(connections)) {
                execution.advance();
                broken.add(new Broken(9, "It went on elsewhere: " + trouble));
            } catch (WrongEnvironmentException refused) {
                // as it has to be
            }
            broken.addAll(calledIn(other));
        }
        if (!text(journal.bytes()).equals(wholeLines(before))) {
            broken.add(new Broken(9, "The journal was written to by an engine that was elsewhere"));
            journal.put(before);
        }
        return broken;
    }

    private static String text(byte[] journal) {
        return new String(journal, StandardCharsets.UTF_8);
    }

    /** Whoever opens a journal drops what a crash left of a line. */
    private static String wholeLines(byte[] journal) {
        String text = text(journal);
        return text.substring(0, text.lastIndexOf('\n') + 1);
    }

    /** What was called in another AWS and may not have been. */
    static List<Broken> calledIn(Simulator other) {
        return other.record().calls().stream()
                .filter(call -> call.operation() != null && !HARMLESS.contains(call.operation()))
                .map(call -> new Broken(9, "Elsewhere it called " + call.operation()))
                .toList();
    }

    /** Another account of the same AWS, or another simulator with the same accounts; both have all that the plan needs. */
    static Simulator other(Scenario scenario, Simulator own, boolean account) {
        String same =
                scenario.environment().replaceFirst("\"seed\":\\d+", "\"seed\":7"); // whose request ids are others
        String environment = account ? same.replace(EnvironmentDraw.OWN_ACCOUNT, ELSEWHERE) : same;
        String world = account ? own.worldId() : "another-" + own.worldId();
        return Simulator.start(SimulatorOptions.of(environment)
                .withClock(own.clock())
                .withWorldId(world)
                .inProcess());
    }

    private SdkConnections connections(Simulator other) {
        AccessKeys keys = new AccessKeys(Detour.OTHER_KEY, Transport.SECRET_KEY, Optional.empty());
        SdkSettings settings = SdkSettings.of(CredentialSource.keys(() -> keys))
                .withClock(own.clock()::now)
                .withEndpoint(NOWHERE);
        return new SdkConnections(Transport.withRole(settings), ask -> answer(other, ask));
    }

    private static Answer answer(Simulator other, Ask ask) {
        Response response = other.handle(Wire.request(ask));
        return new Answer(response.status(), response.headers(), response.body());
    }
}
