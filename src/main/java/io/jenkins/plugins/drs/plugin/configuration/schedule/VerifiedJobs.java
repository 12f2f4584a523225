package io.jenkins.plugins.drs.plugin.configuration.schedule;

import hudson.model.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Jobs that were found to be as they should. They are not read again until their file, or what they should be, changes:
 * with thousands of jobs, reading all of them at each change of a plan would take too long.
 */
final class VerifiedJobs {
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    private record Seen(FileTime modified, Optional<JobDefinition> wanted) {}

    /** @param wanted empty for a job that should be disabled */
    boolean contains(Job<?, ?> job, Optional<JobDefinition> wanted) throws IOException {
        Seen then = seen.get(job.getFullName());
        return then != null && then.equals(new Seen(modified(job), wanted));
    }

    void add(Job<?, ?> job, Optional<JobDefinition> wanted) throws IOException {
        seen.put(job.getFullName(), new Seen(modified(job), wanted));
    }

    private static FileTime modified(Job<?, ?> job) throws IOException {
        return Files.getLastModifiedTime(job.getConfigFile().getFile().toPath());
    }
}
