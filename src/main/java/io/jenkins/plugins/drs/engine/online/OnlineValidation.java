package io.jenkins.plugins.drs.engine.online;

import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.JsonPointer;
import io.jenkins.plugins.drs.engine.plan.Problem;
import io.jenkins.plugins.drs.engine.plan.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks whether what a valid configuration names exists in AWS, in each of its accounts and Regions: source servers,
 * runbooks and their parameters, subnets, security groups; and what only AWS can tell: servers in two groups of one plan,
 * static addresses outside their subnet.
 *
 * <p>Says nothing about whether a plan could be drilled now, which is preflight's matter. What cannot be looked at is a
 * warning.
 */
public final class OnlineValidation {
    private final List<Problem> problems = new ArrayList<>();
    private final SelectedServers servers = new SelectedServers(problems);
    private final AwsAccess aws;

    private OnlineValidation(AwsAccess aws) {
        this.aws = aws;
    }

    /** All problems, each with the JSON pointer of its value in the configuration; empty when everything is there. */
    public static List<Problem> of(DrConfiguration configuration, AwsAccess aws) {
        OnlineValidation validation = new OnlineValidation(aws);
        ConfigurationPlaces places = new ConfigurationPlaces(configuration);
        places.targets().forEach(validation::check);
        validation.servers.overlaps(configuration);
        return List.copyOf(validation.problems);
    }

    private void check(Target target, ConfigurationPlaces.Places places) {
        JsonPointer first = places.groups().isEmpty()
                ? places.actions().get(0).at()
                : places.groups().get(0).at();
        Optional<AwsFailure> refused = look(first, "account and Region " + target, () -> aws.identity(target)
                .whoAmI());
        if (refused.isPresent()) {
            return;
        }
        if (!places.groups().isEmpty()) {
            look(
                    first,
                    "the source servers of " + target,
                    () -> servers.select(aws.drs(target).sourceServers(), places));
            NetworkExistence network = new NetworkExistence(target, problems);
            look(first, "the network of " + target, () -> network.check(aws.compute(target), places));
        }
        RunbookExistence runbooks = new RunbookExistence(target, problems);
        runbooks.byDocument(places)
                .forEach((document, actions) -> look(
                        actions.get(0).at(),
                        "runbook " + document.name(),
                        () -> runbooks.check(aws.automation(target), document, actions)));
    }

    private Optional<AwsFailure> look(JsonPointer at, String what, Runnable look) {
        try {
            look.run();
            return Optional.empty();
        } catch (AwsFailure failure) {
            problems.add(Problem.warning(
                    at.text(), "Could not look at " + what + ": " + failure.sentence(), failure.remedy()));
            return Optional.of(failure);
        }
    }
}
