package io.jenkins.plugins.drs.plugin.build;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.Job;
import java.util.Collection;
import java.util.Set;
import jenkins.model.TransientActionFactory;

/** Gives every job a view of its drills; one without drills shows nothing. */
@Extension
public final class JobDrillsFactory extends TransientActionFactory<Job> {
    @Override
    public Class<Job> type() {
        return Job.class;
    }

    @Override
    public Collection<? extends Action> createFor(Job job) {
        return Set.of(new JobDrills(job));
    }
}
