package io.jenkins.plugins.drs.plugin.run;

import hudson.model.Job;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.ACLContext;
import java.util.Optional;
import jenkins.model.Jenkins;

/**
 * Names a build.
 *
 * @param job full name of its job
 */
public record BuildRef(String job, int number) {
    public static BuildRef of(Run<?, ?> build) {
        return new BuildRef(build.getParent().getFullName(), build.getNumber());
    }

    /** The build; empty when it or its job is gone. */
    public Optional<Run<?, ?>> find() {
        try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
            Job<?, ?> found = Jenkins.get().getItemByFullName(job, Job.class);
            return Optional.ofNullable(found).map(it -> it.getBuildByNumber(number));
        }
    }

    /** The same after the build was deleted: a new job of that name has other builds. No job can have such a name. */
    BuildRef deleted() {
        return new BuildRef(job + " [deleted]", number);
    }

    boolean isOf(Run<?, ?> build) {
        return equals(of(build));
    }

    /**
     * The build, as the console of another one may name it. Whoever reads that console may see the builds of its own job,
     * and perhaps no other job.
     */
    public String toldIn(BuildRef reader) {
        return reader.job.equals(job) ? toString() : Messages.build_other();
    }

    @Override
    public String toString() {
        return job + " #" + number;
    }
}
