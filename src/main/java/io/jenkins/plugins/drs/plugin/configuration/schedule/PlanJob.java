package io.jenkins.plugins.drs.plugin.configuration.schedule;

import hudson.model.Job;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import javax.xml.transform.stream.StreamSource;

/** A job that serves a plan, with what it means now. */
final class PlanJob {
    private final PlanJobRegistry registry;
    private final Job<?, ?> job;
    private final PlanJobMark mark;
    private final JobDocument document;

    private PlanJob(PlanJobRegistry registry, Job<?, ?> job, PlanJobMark mark, JobDocument document) {
        this.registry = registry;
        this.job = job;
        this.mark = mark;
        this.document = document;
    }

    /** @param mark how it was made, by the registry */
    static PlanJob of(PlanJobRegistry registry, Job<?, ?> job, PlanJobMark mark) throws IOException {
        return new PlanJob(registry, job, mark, JobDocument.of(job));
    }

    PlanJobMark mark() {
        return mark;
    }

    boolean isDisabled() {
        return document.isDisabled();
    }

    /** Whether somebody changed by hand what is made from the plan, or added something that does not come from one. */
    boolean isChangedByHand(JobDefinition wanted) throws IOException {
        return !isAsMade() && !differences(wanted).isEmpty();
    }

    /** Whether it is, as a whole, what it was made to be. */
    boolean isAsMade() throws IOException {
        return document.meaning().hash().equals(mark.generated())
                && differences(document.meaning()).isEmpty();
    }

    /** What of it was changed since it was made, as far as that can be said without its plan. */
    List<String> foreign() throws IOException {
        List<String> extras = differences(document.meaning());
        return extras.isEmpty() ? List.of("script, schedule, name or description") : extras;
    }

    /** What of it is not as in a job that Jenkins makes for that, in words. */
    List<String> differences(JobDefinition wanted) throws IOException {
        return JobDifferences.between(JobDocument.blank(-1).with(wanted).asLoaded(), document);
    }

    /** Whether it must be written, to mean this and to be remembered so. */
    boolean differs(JobDefinition wanted, PlanJobMark wantedMark, boolean disabled) {
        return !document.meaning().equals(wanted) || !mark.equals(wantedMark) || document.isDisabled() != disabled;
    }

    void become(JobDefinition meaning, PlanJobMark nextMark, boolean disabled) throws IOException {
        write(document.with(meaning), nextMark, disabled);
    }

    /** Makes it anew, without anything that does not come from the plan. */
    void restore(JobDefinition meaning, PlanJobMark nextMark, boolean disabled) throws IOException {
        write(JobDocument.blankLike(document).with(meaning), nextMark, disabled);
    }

    /** Keeps what it means. */
    void write(PlanJobMark nextMark, boolean disabled) throws IOException {
        write(document, nextMark, disabled);
    }

    private void write(JobDocument next, PlanJobMark nextMark, boolean disabled) throws IOException {
        job.updateByXml(new StreamSource(
                new StringReader(next.with(nextMark).disabled(disabled).xml())));
        registry.put(new PlanJobRegistry.Entry(job.getFullName(), nextMark));
    }
}
