package io.jenkins.plugins.drs.simulator.ssm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.environment.DocumentSpec;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.AutomationEntry;
import io.jenkins.plugins.drs.simulator.service.Call;
import io.jenkins.plugins.drs.simulator.ssm.Automation.AutomationOrder;
import io.jenkins.plugins.drs.simulator.ssm.Automation.AutomationStatus;
import io.jenkins.plugins.drs.simulator.state.Region;
import io.jenkins.plugins.drs.simulator.wire.Json;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** StartAutomationExecution, GetAutomationExecution and StopAutomationExecution. */
final class Automations {

    private Automations() {}

    static ObjectNode start(Call call) {
        AutomationBook book = AutomationBook.of(call.region());
        Optional<String> token = call.text("ClientToken");
        AutomationRun run = token.flatMap(text -> book.startedBefore(text, call.input()))
                .orElseGet(() -> {
                    AutomationRun begun = begin(call);
                    book.add(begun);
                    token.ifPresent(text -> book.remember(text, call.input(), begun));
                    return begun;
                });
        return Json.object().put("AutomationExecutionId", run.automation().id());
    }

    static ObjectNode get(Call call) {
        ObjectNode output = Json.object();
        output.set("AutomationExecution", AutomationJson.of(named(call).automation()));
        return output;
    }

    static ObjectNode stop(Call call) {
        AutomationRun run = named(call);
        AutomationStatus status = run.automation().status();
        if (status.isEnd()) {
            throw SsmErrors.alreadyEnded(run.automation().id(), status.word());
        }
        if (call.text("Type").orElse("Cancel").equals("Complete")) {
            run.complete();
        } else {
            run.cancel();
        }
        return Json.object();
    }

    private static AutomationRun named(Call call) {
        String id = call.text("AutomationExecutionId").orElseThrow();
        return AutomationBook.of(call.region()).withId(id).orElseThrow(() -> SsmErrors.noExecution(id));
    }

    private static AutomationRun begin(Call call) {
        Region region = call.region();
        DocumentSpec document = document(call);
        if (Stream.of("Targets", "TargetMaps", "TargetLocations").anyMatch(call.input()::hasNonNull)) {
            throw SsmErrors.noTargets();
        }
        AutomationOrder order = new AutomationOrder(
                document,
                AutomationParameters.of(document, call.input().path("Parameters")),
                call.text("Mode").orElse("Auto"),
                call.caller().arn());
        AutomationRun run =
                new AutomationRun(region, new Automation(region.world().ids(), order, call.now()));
        run.start();
        record(call, run.automation());
        return run;
    }

    private static DocumentSpec document(Call call) {
        String name = call.text("DocumentName").orElseThrow();
        DocumentSpec document = Documents.named(call.region(), name)
                .filter(found -> found.type().equals("Automation"))
                .orElseThrow(() -> SsmErrors.noAutomationDocument(name));
        String version = call.text("DocumentVersion").orElse("$DEFAULT");
        if (!Documents.hasVersion(document, version)) {
            throw SsmErrors.noAutomationVersion(name, version);
        }
        return document;
    }

    private static void record(Call call, Automation automation) {
        call.world()
                .ledger()
                .add(new AutomationEntry(
                        call.now(),
                        call.region().accountId(),
                        call.region().name(),
                        automation.id(),
                        automation.order().document().name(),
                        call.text("ClientToken").orElse(null)));
    }

    /** The automations of a Region, and which client token started which. */
    private static final class AutomationBook {
        private final Map<String, AutomationRun> runs = new HashMap<>();
        private final Map<String, Started> startedWith = new HashMap<>();

        private AutomationBook() {}

        private record Started(ObjectNode input, AutomationRun run) {}

        static AutomationBook of(Region region) {
            return region.part(AutomationBook.class, made -> new AutomationBook());
        }

        /**
         * The automation that the same call started before.
         *
         * @param token a UUID; its case does not matter
         * @throws io.jenkins.plugins.drs.simulator.wire.AwsError if the token came with another call
         */
        Optional<AutomationRun> startedBefore(String token, ObjectNode input) {
            Started before = startedWith.get(key(token));
            if (before != null && !before.input().equals(input)) {
                throw SsmErrors.tokenReused();
            }
            return Optional.ofNullable(before).map(Started::run);
        }

        void add(AutomationRun run) {
            runs.put(run.automation().id(), run);
        }

        void remember(String token, ObjectNode input, AutomationRun run) {
            startedWith.put(key(token), new Started(input, run));
        }

        Optional<AutomationRun> withId(String id) {
            return Optional.ofNullable(runs.get(id));
        }

        private static String key(String token) {
            return token.toLowerCase(Locale.ROOT);
        }
    }
}
