package io.jenkins.plugins.drs.simulator.drs;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.service.AwsService;
import io.jenkins.plugins.drs.simulator.service.Call;
import io.jenkins.plugins.drs.simulator.service.Operation;
import io.jenkins.plugins.drs.simulator.service.Operation.Handler;
import io.jenkins.plugins.drs.simulator.shape.Shape;
import io.jenkins.plugins.drs.simulator.state.Job;
import io.jenkins.plugins.drs.simulator.state.Job.JobLogItem;
import io.jenkins.plugins.drs.simulator.wire.Protocol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Elastic Disaster Recovery, as far as the product uses it. */
public final class DrsService {
    private DrsService() {}

    /** Its operations. */
    public static AwsService create() {
        return new AwsService("drs", Protocol.REST_JSON, operations(), region -> new DeclaredJobs(region).furnish());
    }

    private static Map<String, Operation> operations() {
        return Map.ofEntries(
                entry("DescribeSourceServers", ready(DrsShapes.DESCRIBE_SOURCE_SERVERS, SourceServers::describe)),
                entry("StartRecovery", ready(DrsShapes.START_RECOVERY, 202, Recovery::start)),
                entry("DescribeJobs", ready(DrsShapes.DESCRIBE_JOBS, Jobs::describe)),
                entry("DescribeJobLogItems", ready(DrsShapes.DESCRIBE_JOB_LOG_ITEMS, Jobs::describeLog)),
                entry(
                        "DescribeRecoveryInstances",
                        ready(DrsShapes.DESCRIBE_RECOVERY_INSTANCES, RecoveryInstances::describe)),
                entry(
                        "DescribeRecoverySnapshots",
                        ready(DrsShapes.DESCRIBE_RECOVERY_SNAPSHOTS, RecoverySnapshots::describe)),
                entry("TerminateRecoveryInstances", ready(DrsShapes.TERMINATE_RECOVERY_INSTANCES, Termination::start)),
                entry("GetLaunchConfiguration", ready(DrsShapes.GET_LAUNCH_CONFIGURATION, LaunchConfigurations::get)),
                entry(
                        "UpdateLaunchConfiguration",
                        ready(DrsShapes.UPDATE_LAUNCH_CONFIGURATION, LaunchConfigurations::update)),
                entry("InitializeService", new Operation(DrsShapes.INITIALIZE_SERVICE, 204, Replication::initialize)),
                entry(
                        "CreateReplicationConfigurationTemplate",
                        ready(DrsShapes.CREATE_REPLICATION_TEMPLATE, 201, Replication::create)),
                entry(
                        "DescribeReplicationConfigurationTemplates",
                        ready(DrsShapes.DESCRIBE_REPLICATION_TEMPLATES, Replication::describe)),
                entry(
                        "DeleteReplicationConfigurationTemplate",
                        ready(DrsShapes.DELETE_REPLICATION_TEMPLATE, 204, Replication::delete)),
                entry("TagResource", ready(DrsShapes.TAG_RESOURCE, Tags::tag)),
                entry("UntagResource", ready(DrsShapes.UNTAG_RESOURCE, Tags::untag)),
                entry("ListTagsForResource", ready(DrsShapes.LIST_TAGS_FOR_RESOURCE, Tags::list)));
    }

    /** An operation that is refused in a Region where DRS was not set up. */
    private static Operation ready(Shape input, Handler handler) {
        return ready(input, 200, handler);
    }

    private static Operation ready(Shape input, int status, Handler handler) {
        return new Operation(input, status, call -> {
            if (!Replication.of(call.region()).isInitialized()) {
                throw DrsErrors.uninitialized();
            }
            return handler.handle(call);
        });
    }

    /** DescribeJobs and DescribeJobLogItems. */
    private static final class Jobs {

        private Jobs() {}

        static ObjectNode describe(Call call) {
            Set<String> ids = new HashSet<>(call.texts("filters", "jobIDs"));
            JsonNode filters = call.input().path("filters");
            List<Job> found = new ArrayList<>(call.region().jobs().values().stream()
                    .filter(job -> job.isShown(call.now()))
                    .filter(job -> ids.isEmpty() || ids.contains(job.id()))
                    .filter(job -> DrsTimes.within(job.created(), filters.path("fromDate"), filters.path("toDate")))
                    .toList());
            found.sort(Comparator.comparing(Job::created).reversed().thenComparing(Job::id));
            return DrsPages.answer(call, found, Job::id, JobJson::of);
        }

        static ObjectNode describeLog(Call call) {
            String id = call.text("jobID").orElseThrow();
            Job job = call.region().jobs().get(id);
            if (job == null) {
                throw DrsErrors.invalid("Job " + id + " does not exist.");
            }
            List<JobLogItem> log = job.log();
            List<Integer> numbers = IntStream.range(0, log.size()).boxed().toList();
            return DrsPages.answer(call, numbers, String::valueOf, number -> JobJson.of(log.get(number)));
        }
    }
}
