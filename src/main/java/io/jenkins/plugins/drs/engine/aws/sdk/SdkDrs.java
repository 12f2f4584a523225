package io.jenkins.plugins.drs.engine.aws.sdk;

import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.DrsGateway;
import io.jenkins.plugins.drs.engine.aws.DrsGateway.JobLogEntry;
import io.jenkins.plugins.drs.engine.aws.DrsGateway.LaunchConfiguration;
import io.jenkins.plugins.drs.engine.aws.DrsGateway.LaunchConfigurationChange;
import io.jenkins.plugins.drs.engine.aws.DrsGateway.RecoveryInstance;
import io.jenkins.plugins.drs.engine.aws.DrsGateway.RecoverySnapshot;
import io.jenkins.plugins.drs.engine.aws.RecoveryJob;
import io.jenkins.plugins.drs.engine.aws.SourceServer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.services.drs.DrsClient;
import software.amazon.awssdk.services.drs.model.DescribeJobsRequestFilters;
import software.amazon.awssdk.services.drs.model.DescribeRecoveryInstancesRequestFilters;
import software.amazon.awssdk.services.drs.model.Job;
import software.amazon.awssdk.services.drs.model.RecoverySnapshotsOrder;
import software.amazon.awssdk.services.drs.model.StartRecoveryRequestSourceServer;
import software.amazon.awssdk.services.drs.model.UpdateLaunchConfigurationRequest;

/** Elastic Disaster Recovery. */
final class SdkDrs implements DrsGateway {
    /** The model sets no maximum for {@code maxResults}; this is as many as its lists of ids may hold. */
    private static final int PAGE = 200;

    private static final int JOB_IDS = 1000; // DescribeJobsRequestFiltersJobIDs
    private static final int SERVER_IDS = 200; // DescribeSourceServersRequestFiltersIDs, the strictest such list

    private final DrsClient drs;
    private final CallRunner calls;

    SdkDrs(DrsClient drs, CallRunner calls) {
        this.drs = drs;
        this.calls = calls;
    }

    @Override
    public List<SourceServer> sourceServers() {
        return calls.pages(
                "DescribeSourceServers",
                token -> drs.describeSourceServers(r -> r.maxResults(PAGE).nextToken(token)),
                page -> page(page.hasItems(), page.items(), DrsAnswers::sourceServer, page.nextToken()));
    }

    @Override
    public List<RecoveryJob> jobs(Collection<String> jobIds) {
        return Pages.chunked(
                jobIds,
                JOB_IDS,
                ids -> jobs(DescribeJobsRequestFilters.builder().jobIDs(ids).build(), job -> {
                    Required.asked(job.jobID(), ids, "jobID");
                    return DrsAnswers.watched(job);
                }));
    }

    @Override
    public List<RecoveryJob> jobsSince(Instant from) {
        String fromDate = from.truncatedTo(ChronoUnit.SECONDS).toString();
        return newestFirst(
                jobs(DescribeJobsRequestFilters.builder().fromDate(fromDate).build(), DrsAnswers::job));
    }

    /** {@code DescribeJobs} answers with the newest first, so later pages are left alone. */
    @Override
    public List<RecoveryJob> recentJobs(Duration span) {
        return recentJobs(span, DrsAnswers::job);
    }

    private List<RecoveryJob> recentJobs(Duration span, Function<Job, RecoveryJob> read) {
        List<RecoveryJob> jobs = newestFirst(calls.pages(
                "DescribeJobs",
                found -> reachesBack(found, span),
                token -> drs.describeJobs(r -> r.maxResults(PAGE).nextToken(token)),
                page -> page(page.hasItems(), page.items(), read, page.nextToken())));
        return jobs.stream()
                .filter(job -> !job.created().isBefore(jobs.get(0).created().minus(span)))
                .toList();
    }

    @Override
    public List<RecoveryJob> jobsAndRecent(Collection<String> jobIds, Duration span) {
        Set<String> missing = new LinkedHashSet<>(jobIds);
        List<RecoveryJob> all = new ArrayList<>(
                recentJobs(span, job -> jobIds.contains(job.jobID()) ? DrsAnswers.watched(job) : DrsAnswers.job(job)));
        all.forEach(job -> missing.remove(job.jobId()));
        List<RecoveryJob> older = jobs(missing);
        requireOlder(older, all, span);
        all.addAll(older);
        return all;
    }

    /** A job that the list of recent ones should have held stands there under another id. */
    private static void requireOlder(List<RecoveryJob> found, List<RecoveryJob> recent, Duration span) {
        for (RecoveryJob job : found) {
            if (!recent.isEmpty()
                    && !job.created().isBefore(recent.get(0).created().minus(span))) {
                throw AwsFailure.unreadable(
                        "drs:DescribeJobs",
                        "Expected job " + job.jobId() + " among the recent jobs, but the answer lacks it");
            }
        }
    }

    private static boolean reachesBack(List<RecoveryJob> jobs, Duration span) {
        if (jobs.isEmpty()) {
            return false;
        }
        Instant oldest = jobs.get(jobs.size() - 1).created();
        return jobs.get(0).created().minus(span).isAfter(oldest);
    }

    private static List<RecoveryJob> newestFirst(List<RecoveryJob> jobs) {
        return jobs.stream()
                .sorted(Comparator.comparing(RecoveryJob::created).reversed())
                .toList();
    }

    private List<RecoveryJob> jobs(DescribeJobsRequestFilters filters, Function<Job, RecoveryJob> read) {
        return calls.pages(
                "DescribeJobs",
                token -> drs.describeJobs(
                        r -> r.filters(filters).maxResults(PAGE).nextToken(token)),
                page -> page(page.hasItems(), page.items(), read, page.nextToken()));
    }

    private static <A, T> Pages.Page<T> page(boolean hasItems, List<A> items, Function<A, T> read, String next) {
        return new Pages.Page<>(Required.items(hasItems, items, "items", read), next);
    }

    @Override
    public List<JobLogEntry> jobLog(String jobId) {
        List<JobLogEntry> lines = calls.pages(
                "DescribeJobLogItems",
                token -> drs.describeJobLogItems(
                        r -> r.jobID(jobId).maxResults(PAGE).nextToken(token)),
                page -> page(page.hasItems(), page.items(), DrsAnswers::logEntry, page.nextToken()));
        return lines.stream().sorted(Comparator.comparing(JobLogEntry::at)).toList();
    }

    @Override
    public List<RecoveryInstance> recoveryInstances(Collection<String> sourceServerIds) {
        if (sourceServerIds.isEmpty()) {
            return instances(DescribeRecoveryInstancesRequestFilters.builder().build(), DrsAnswers::instance);
        }
        return Pages.chunked(
                sourceServerIds,
                SERVER_IDS,
                ids -> instances(
                        DescribeRecoveryInstancesRequestFilters.builder()
                                .sourceServerIDs(ids)
                                .build(),
                        instance -> {
                            Required.asked(instance.sourceServerID(), ids, "sourceServerID");
                            return DrsAnswers.instance(instance);
                        }));
    }

    private List<RecoveryInstance> instances(
            DescribeRecoveryInstancesRequestFilters filters,
            Function<software.amazon.awssdk.services.drs.model.RecoveryInstance, RecoveryInstance> read) {
        return calls.pages(
                "DescribeRecoveryInstances",
                token -> drs.describeRecoveryInstances(
                        r -> r.filters(filters).maxResults(PAGE).nextToken(token)),
                page -> page(page.hasItems(), page.items(), read, page.nextToken()));
    }

    @Override
    public List<RecoverySnapshot> snapshots(String sourceServerId, Instant from) {
        String fromDate = from.truncatedTo(ChronoUnit.SECONDS).toString();
        return calls.pages(
                "DescribeRecoverySnapshots",
                token -> drs.describeRecoverySnapshots(r -> r.sourceServerID(sourceServerId)
                        .filters(f -> f.fromDateTime(fromDate))
                        .order(RecoverySnapshotsOrder.DESC)
                        .maxResults(PAGE)
                        .nextToken(token)),
                page -> page(
                        page.hasItems(),
                        page.items(),
                        snapshot -> DrsAnswers.snapshot(snapshot, sourceServerId),
                        page.nextToken()));
    }

    @Override
    public RecoveryJob startRecovery(List<String> sourceServerIds, boolean drill, Map<String, String> tags) {
        var servers = sourceServerIds.stream()
                .map(id -> StartRecoveryRequestSourceServer.builder()
                        .sourceServerID(id)
                        .build())
                .toList();
        return calls.run(
                "StartRecovery",
                () -> drs.startRecovery(
                        r -> r.sourceServers(servers).isDrill(drill).tags(tags)),
                answer -> DrsAnswers.launch(answer.job(), sourceServerIds, tags));
    }

    @Override
    public RecoveryJob terminate(List<String> recoveryInstanceIds) {
        return calls.run(
                "TerminateRecoveryInstances",
                () -> drs.terminateRecoveryInstances(r -> r.recoveryInstanceIDs(recoveryInstanceIds)),
                answer -> DrsAnswers.termination(answer.job(), recoveryInstanceIds));
    }

    @Override
    public LaunchConfiguration launchConfiguration(String sourceServerId) {
        return calls.run(
                "GetLaunchConfiguration",
                () -> drs.getLaunchConfiguration(r -> r.sourceServerID(sourceServerId)),
                answer -> DrsAnswers.launchConfiguration(answer, sourceServerId));
    }

    @Override
    public void updateLaunchConfiguration(String sourceServerId, LaunchConfigurationChange change) {
        if (change.isEmpty()) {
            return;
        }
        var request = UpdateLaunchConfigurationRequest.builder().sourceServerID(sourceServerId);
        change.disposition().ifPresent(request::launchDisposition);
        change.rightSizing().ifPresent(request::targetInstanceTypeRightSizingMethod);
        change.copyPrivateIp().ifPresent(request::copyPrivateIp);
        change.copyTags().ifPresent(request::copyTags);
        change.osByol().ifPresent(byol -> request.licensing(l -> l.osByol(byol)));
        calls.run(
                "UpdateLaunchConfiguration",
                () -> drs.updateLaunchConfiguration(request.build()),
                answer -> Required.asked(answer.sourceServerID(), List.of(sourceServerId), "sourceServerID"));
    }
}
