package io.jenkins.plugins.drs.engine.execution.preflight;

import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.DrsGateway;
import io.jenkins.plugins.drs.engine.aws.RecoveryInstance;
import io.jenkins.plugins.drs.engine.aws.RecoveryJob;
import io.jenkins.plugins.drs.engine.aws.SourceServer;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.Check;
import io.jenkins.plugins.drs.engine.plan.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Resolves the groups of a target to source servers, and looks at each of them. */
final class SelectServers extends PreflightStep {
    /** Jobs that began earlier have long ended: a launch takes minutes, an hour at the worst. */
    private static final Duration JOBS_WITHIN = Duration.ofDays(1);

    /** Of its calls the one that many drills make most often. */
    private static final String BUSIEST = "drs:DescribeJobs";

    private final PlanScope scope;
    private final ServerRules rules;

    SelectServers(Target target, PlanScope scope, ServerRules rules) {
        super(keyFor(target), BUSIEST, "Source servers", "Source servers", target);
        this.scope = scope;
        this.rules = rules;
    }

    static String keyFor(Target target) {
        return "servers/" + target.key();
    }

    @Override
    public List<ExecutionEvent> perform(AwsAccess aws) {
        DrsGateway drs = aws.drs(target());
        List<SourceServer> servers = drs.sourceServers();
        List<RecoveryJob> jobs = drs.recentJobs(JOBS_WITHIN).stream()
                .filter(job -> !job.isCompleted())
                .toList();
        List<RecoveryInstance> instances = drs.recoveryInstances(List.of());
        ServerSurvey survey = new ServerSurvey(rules, jobs, instances);
        scope.membersIn(target()).forEach(member -> survey.select(member, servers));
        List<Check> checks = new ArrayList<>(survey.checks());
        checks.addAll(new LaunchForecast(rules.limits(), target()).of(survey.selected(), jobs));
        return done(checks, survey.selected());
    }
}
