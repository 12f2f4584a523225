package io.jenkins.plugins.drs.simulator.drs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.service.Call;
import io.jenkins.plugins.drs.simulator.state.Job;
import io.jenkins.plugins.drs.simulator.state.JobLogItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** DescribeJobs and DescribeJobLogItems. */
final class Jobs {

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
