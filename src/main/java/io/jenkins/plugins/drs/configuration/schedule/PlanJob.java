package io.jenkins.plugins.drs.configuration.schedule;

import hudson.model.Job;
import java.io.IOException;
import java.io.StringReader;
import javax.xml.transform.stream.StreamSource;

/** A job that was made from a plan, with what it means now. */
final class PlanJob {
    private final Job<?, ?> job;
    private final PlanJobMark mark;
    private final JobDocument document;

    private PlanJob(Job<?, ?> job, PlanJobMark mark, JobDocument document) {
        this.job = job;
        this.mark = mark;
        this.document = document;
    }

    static PlanJob of(Job<?, ?> job) throws IOException {
        PlanJobMark mark = job.getProperty(PlanJobProperty.class).mark();
        return new PlanJob(job, mark, JobDocument.parse(job.getConfigFile().asString()));
    }

    PlanJobMark mark() {
        return mark;
    }

    boolean isDisabled() {
        return document.isDisabled();
    }

    /** Whether somebody changed by hand what is made from the plan. */
    boolean isChangedByHand(JobMeaning wanted) {
        String now = document.meaning().hash();
        return !now.equals(mark.generated()) && !now.equals(wanted.hash());
    }

    /** Whether it must be written, to mean this and to remember that. */
    boolean differs(JobMeaning wanted, PlanJobMark wantedMark, boolean disabled) {
        return !document.meaning().equals(wanted) || !mark.equals(wantedMark) || document.isDisabled() != disabled;
    }

    void become(JobMeaning meaning, PlanJobMark nextMark, boolean disabled) throws IOException {
        document.with(meaning);
        write(nextMark, disabled);
    }

    /** Keeps what it means. */
    void write(PlanJobMark nextMark, boolean disabled) throws IOException {
        job.updateByXml(new StreamSource(
                new StringReader(document.with(nextMark).disabled(disabled).xml())));
    }

    void rename(String plan) throws IOException {
        write(mark.of(plan), document.isDisabled());
    }
}
