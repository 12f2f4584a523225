package io.jenkins.plugins.drs.engine.aws;

import io.jenkins.plugins.drs.engine.aws.AutomationGateway.RunbookDescription;
import io.jenkins.plugins.drs.engine.aws.AutomationGateway.RunbookParameter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the parameters that an action gives fit those that a runbook takes.
 *
 * @param missing parameters without a default that are not given, in the order of the runbook
 * @param unknown names that are given and that the runbook does not have
 * @param known names that the runbook has, sorted
 */
public record RunbookFit(List<RunbookParameter> missing, List<String> unknown, List<String> known) {

    /** Compares by name; of which type a value is, the runbook finds out. */
    public static RunbookFit of(RunbookDescription runbook, Set<String> given) {
        Set<String> known =
                runbook.parameters().stream().map(RunbookParameter::name).collect(Collectors.toSet());
        return new RunbookFit(
                runbook.parameters().stream()
                        .filter(parameter -> !parameter.hasDefault() && !given.contains(parameter.name()))
                        .toList(),
                given.stream().filter(name -> !known.contains(name)).toList(),
                known.stream().sorted().toList());
    }
}
