package io.jenkins.plugins.drs.engine.execution.preflight;

import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.DrsGateway;
import io.jenkins.plugins.drs.engine.aws.DrsGateway.RecoveryInstance;
import io.jenkins.plugins.drs.engine.aws.RecoveryJob;
import io.jenkins.plugins.drs.engine.aws.SourceServer;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.Check;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.SelectedServer;
import io.jenkins.plugins.drs.engine.execution.core.OtherExecutions;
import io.jenkins.plugins.drs.engine.plan.Shown;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.quota.QuotaLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Resolves the groups of a target to source servers, and looks at each of them. */
final class SelectServers extends PreflightStep {
    /** Jobs that began earlier have long ended: a launch takes minutes, an hour at the worst. */
    private static final Duration JOBS_WITHIN = Duration.ofDays(1);

    /** Of its calls the one that many drills make most often. */
    private static final String BUSIEST = "drs:DescribeJobs";

    private final PlanScope scope;
    private final ServerRules rules;
    private final ServerClaims claims;
    private final OtherExecutions others;

    SelectServers(Target target, PlanScope scope, ServerRules rules, ServerClaims claims, OtherExecutions others) {
        super(keyFor(target), BUSIEST, "Source servers", "Source servers", target);
        this.scope = scope;
        this.rules = rules;
        this.claims = claims;
        this.others = others;
    }

    static String keyFor(Target target) {
        return "servers/" + target.key();
    }

    @Override
    public List<ExecutionEvent> perform(AwsAccess aws) {
        DrsGateway drs = aws.drs(target());
        List<SourceServer> servers = drs.sourceServers();
        Set<String> members = members(servers);
        ServerClaims.Answer claim = claims.claim(target(), members);
        if (claim.isWaiting()) {
            return claim.announcement();
        }
        List<RecoveryJob> recent = drs.recentJobs(JOBS_WITHIN);
        List<RecoveryInstance> instances = members.isEmpty() ? List.of() : drs.recoveryInstances(members);
        List<RecoveryJob> known = new ArrayList<>(recent);
        known.addAll(drs.jobs(olderJobs(instances, members, recent)));
        ServerSurvey survey = new ServerSurvey(
                new ServerExamination(rules, known, instances, new DrillInstance.Owners(claims.executionId(), others)));
        scope.membersIn(target()).forEach(member -> survey.select(member, servers));
        List<Check> checks = new ArrayList<>(survey.checks());
        checks.addAll(claim.checks());
        checks.addAll(new LaunchForecast(rules.limits(), target()).of(survey.selected(), active(recent)));
        return done(checks, survey.selected());
    }

    private static List<RecoveryJob> active(List<RecoveryJob> jobs) {
        return jobs.stream().filter(job -> !job.isCompleted()).toList();
    }

    /** Ids of the servers that the plan has here. */
    private Set<String> members(List<SourceServer> servers) {
        return servers.stream()
                .filter(server -> scope.membersIn(target()).stream()
                        .anyMatch(member -> member.group().selection().selects(server.sourceServerId(), server.tags())))
                .map(SourceServer::sourceServerId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Jobs that launched the drill instances of the plan's servers and are not among the recent ones. */
    private static Set<String> olderJobs(
            List<RecoveryInstance> instances, Set<String> members, List<RecoveryJob> recent) {
        Set<String> ids = instances.stream()
                .filter(instance -> instance.drill() && members.contains(instance.sourceServerId()))
                .map(RecoveryInstance::jobId)
                .collect(Collectors.toCollection(TreeSet::new));
        recent.forEach(job -> ids.remove(job.jobId()));
        ids.remove("");
        return ids;
    }

    /** Tells in how many jobs the waves of a target will be launched, and whether they have to take turns. */
    private static final class LaunchForecast {
        private static final String LIMITS = "Launch limits";

        private final QuotaLimits limits;
        private final Target target;

        LaunchForecast(QuotaLimits limits, Target target) {
            this.limits = limits;
            this.target = target;
        }

        /**
         * One check for each wave that does not fit into one job.
         *
         * @param active other people's jobs that run now
         */
        List<Check> of(List<SelectedServer> servers, List<RecoveryJob> active) {
            Map<String, Integer> counts = new LinkedHashMap<>();
            servers.forEach(server -> counts.merge(server.wave(), 1, Integer::sum));
            int busy = active.stream().mapToInt(job -> job.servers().size()).sum();
            return counts.entrySet().stream()
                    .filter(wave -> wave.getValue() > limits.serversPerJob()
                            || wave.getValue() + busy > limits.serversInAllJobs()
                            || active.size() >= limits.concurrentJobs())
                    .map(wave ->
                            Check.passed(LIMITS, wave.getKey() + " in " + target, told(wave.getValue(), active, busy)))
                    .toList();
        }

        private String told(int servers, List<RecoveryJob> active, int busy) {
            int jobs = (servers + limits.serversPerJob() - 1) / limits.serversPerJob();
            StringBuilder text = new StringBuilder(
                    "Its " + Shown.count(servers, "server") + (servers == 1 ? " is" : " are") + " launched in " + jobs
                            + (jobs == 1 ? " job" : " jobs") + " of at most " + limits.serversPerJob());
            if (servers > limits.serversInAllJobs()) {
                text.append(", one after the other where more than ")
                        .append(limits.serversInAllJobs())
                        .append(" servers would be in jobs at the same time");
            }
            text.append('.');
            if (!active.isEmpty()) {
                text.append(" Jobs of others that run now count against the limits: ")
                        .append(active.size())
                        .append(" of ")
                        .append(limits.concurrentJobs())
                        .append(" jobs, ")
                        .append(busy)
                        .append(" of ")
                        .append(limits.serversInAllJobs())
                        .append(" servers.");
            }
            return text.toString();
        }
    }
}
