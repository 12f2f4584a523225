package io.jenkins.plugins.drs.engine.execution.preflight;

import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.Check;
import io.jenkins.plugins.drs.engine.execution.core.OtherExecutions;
import io.jenkins.plugins.drs.engine.execution.preflight.PlanScope.Member;
import io.jenkins.plugins.drs.engine.execution.preflight.PlanScope.PlacedAction;
import io.jenkins.plugins.drs.engine.plan.AutomationAction.Document;
import io.jenkins.plugins.drs.engine.plan.DynamicReference;
import io.jenkins.plugins.drs.engine.plan.DynamicReference.Kind;
import io.jenkins.plugins.drs.engine.plan.DynamicReferences;
import io.jenkins.plugins.drs.engine.plan.LaunchSettings;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.redaction.Redactable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The steps of preflight that a plan needs. */
final class PreflightSteps {
    private final PlanScope scope;
    private final ServerRules rules;
    private final ServerClaims claims;
    private final OtherExecutions others;

    PreflightSteps(PlanScope scope, ServerRules rules, ServerClaims claims, OtherExecutions others) {
        this.scope = scope;
        this.rules = rules;
        this.claims = claims;
        this.others = others;
    }

    /**
     * Steps that tell who we are; nothing else in a target makes sense before.
     *
     * @param simulated whether the host runs the execution by a simulator's clock
     */
    List<PreflightStep> identities(boolean simulated) {
        return scope.targets().stream()
                .map(target -> (PreflightStep) new IdentifyTarget(target, simulated))
                .toList();
    }

    /** What is looked at in a target whose credentials work. */
    List<PreflightStep> within(Target target) {
        List<PreflightStep> steps = new ArrayList<>();
        if (!scope.membersIn(target).isEmpty()) {
            steps.add(new SelectServers(target, scope, rules, claims, others));
        }
        steps.addAll(network(target));
        steps.addAll(runbooks(target));
        steps.addAll(references(target));
        return steps;
    }

    private List<PreflightStep> network(Target target) {
        Set<String> subnets = new TreeSet<>();
        Set<String> securityGroups = new TreeSet<>();
        Map<String, String> addresses = new TreeMap<>();
        scope.membersIn(target).stream().flatMap(PreflightSteps::settings).forEach(settings -> {
            settings.subnetId().ifPresent(subnets::add);
            securityGroups.addAll(settings.securityGroupIds());
            settings.staticPrivateIp()
                    .ifPresent(address -> settings.subnetId().ifPresent(subnet -> addresses.put(address, subnet)));
        });
        return subnets.isEmpty() && securityGroups.isEmpty()
                ? List.of()
                : List.of(new CheckNetwork(target, subnets, securityGroups, addresses));
    }

    private static Stream<LaunchSettings> settings(Member member) {
        return Stream.concat(
                Stream.of(member.group().launchSettings()),
                member.group().serverOverrides().keySet().stream().map(member.group()::settingsFor));
    }

    private List<PreflightStep> runbooks(Target target) {
        Map<Document, List<PlacedAction>> byDocument = new LinkedHashMap<>();
        actionsIn(target).forEach(action -> byDocument
                .computeIfAbsent(action.action().document(), document -> new ArrayList<>())
                .add(action));
        return byDocument.entrySet().stream()
                .map(entry -> (PreflightStep) new CheckRunbook(target, entry.getKey(), entry.getValue()))
                .toList();
    }

    private List<PreflightStep> references(Target target) {
        Map<DynamicReference, Set<String>> uses = new LinkedHashMap<>();
        actionsIn(target).map(PlacedAction::action).forEach(action -> action.parameters()
                .forEach((parameter, values) -> values.stream()
                        .flatMap(value -> DynamicReferences.in(value).occurrences().stream())
                        .forEach(found -> uses.computeIfAbsent(found.reference(), absent -> new LinkedHashSet<>())
                                .add("parameter '" + parameter + "' of action '" + action.name() + "'"))));
        PlanWords words = new PlanWords(scope.configuration());
        return uses.entrySet().stream()
                .map(use -> (PreflightStep) new CheckReference(target, use.getKey(), use.getValue(), words))
                .toList();
    }

    private Stream<PlacedAction> actionsIn(Target target) {
        return scope.actions().stream().filter(action -> action.target().equals(target));
    }

    /** Resolves a reference once, only to see that it can be, and whether its value can be told from other text. */
    private static final class CheckReference extends PreflightStep {
        private static final String CHECK = "Secret";

        private final DynamicReference reference;
        private final Set<String> uses;
        private final PlanWords words;

        /** @param uses where the plan has it, in words */
        CheckReference(Target target, DynamicReference reference, Set<String> uses, PlanWords words) {
            super(keyFor(target, reference), operation(reference), CHECK, reference.toString(), target);
            this.reference = reference;
            this.uses = uses;
            this.words = words;
        }

        private static String operation(DynamicReference reference) {
            return switch (reference.kind()) {
                case SECRETS_MANAGER -> "secretsmanager:GetSecretValue";
                case SSM, SSM_SECURE -> "ssm:GetParameter";
                case JENKINS -> "jenkins:MaskedValue";
            };
        }

        static String keyFor(Target target, DynamicReference reference) {
            return "reference/" + target.key() + "/" + reference;
        }

        @Override
        public List<ExecutionEvent> perform(AwsAccess aws) {
            String value = aws.secrets(target()).resolve(reference).value();
            List<Check> checks = new ArrayList<>();
            checks.add(Check.passed(CHECK, reference.toString(), "It can be read in " + target() + "."));
            reasonAgainst(value).ifPresent(reason -> checks.add(shown(reason)));
            return done(checks);
        }

        /** Plain parameters of the Parameter Store are no secrets. */
        private Optional<String> reasonAgainst(String value) {
            if (reference.kind() == Kind.SSM) {
                return Optional.empty();
            }
            return Redactable.reasonAgainst(value)
                    .or(() -> words.holds(value.strip()) ? Optional.of("is a word of the plan") : Optional.empty());
        }

        private Check shown(String reason) {
            return Check.warning(
                    "Secret in plain sight",
                    reference.toString(),
                    "Its value " + reason + ", so it cannot be taken out of what a runbook says. It is used in "
                            + String.join(", ", uses) + ".",
                    "Use a longer value, or see to it that the runbook does not print it.");
        }
    }
}
