package io.jenkins.plugins.drs.plugin.configuration.schedule;

import hudson.model.Job;
import hudson.security.ACL;
import hudson.security.ACLContext;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import javax.xml.transform.stream.StreamSource;

/** The pipeline job of a build that keeps its own job up to date. Works as Jenkins itself. */
public final class OwnJob {
    private final Job<?, ?> job;

    public OwnJob(Job<?, ?> job) {
        this.job = job;
    }

    /** What of the job is not as wished, in words; empty when all is. Changes nothing. */
    public List<String> differences(DesiredJob wish, List<String> plans) throws IOException {
        return wish.isEmpty() ? List.of() : new JobLists(document()).follow(wish, plans);
    }

    /**
     * Makes the job as wished; it is saved only where it is not so already.
     *
     * @param plans names of all plans, for a parameter that offers them
     * @return what was changed, in words
     */
    public List<String> follow(DesiredJob wish, List<String> plans) throws IOException {
        if (wish.isEmpty()) {
            return List.of();
        }
        JobDocument document = document();
        List<String> changes = new JobLists(document).follow(wish, plans);
        if (!changes.isEmpty()) {
            try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
                job.updateByXml(new StreamSource(new StringReader(document.xml())));
            }
        }
        return changes;
    }

    private JobDocument document() throws IOException {
        return JobDocument.of(job);
    }
}
