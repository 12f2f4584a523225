package io.jenkins.plugins.drs.engine.execution.preflight;

import io.jenkins.plugins.drs.engine.aws.RecoveryJob;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.Check;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.SelectedServer;
import io.jenkins.plugins.drs.engine.plan.Shown;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.quota.QuotaLimits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells in how many jobs the waves of a target will be launched, and whether they have to take turns. */
final class LaunchForecast {
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
                .map(wave -> Check.passed(LIMITS, wave.getKey() + " in " + target, told(wave.getValue(), active, busy)))
                .toList();
    }

    private String told(int servers, List<RecoveryJob> active, int busy) {
        int jobs = (servers + limits.serversPerJob() - 1) / limits.serversPerJob();
        StringBuilder text = new StringBuilder("Its " + Shown.count(servers, "server") + (servers == 1 ? " is" : " are")
                + " launched in " + jobs + (jobs == 1 ? " job" : " jobs") + " of at most " + limits.serversPerJob());
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
