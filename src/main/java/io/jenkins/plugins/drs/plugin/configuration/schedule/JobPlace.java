package io.jenkins.plugins.drs.plugin.configuration.schedule;

import hudson.model.Item;
import hudson.model.Job;
import hudson.model.TopLevelItem;
import io.jenkins.plugins.drs.plugin.run.BuildConsole;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jenkins.model.Jenkins;
import jenkins.model.ModifiableTopLevelItemGroup;

/** The folder in which new jobs are made. */
final class JobPlace {
    private static final String FOLDER = "com.cloudbees.hudson.plugins.folder.Folder";
    private static final List<String> NEEDED = List.of(
            "org.jenkinsci.plugins.workflow.job.WorkflowJob", "org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition");
    private static final int LONGEST_NAME = 60;

    private final String path;

    /** @param path full name of a folder; empty for the top */
    JobPlace(String path) {
        this.path = path;
    }

    /** A name that Jenkins and file systems take. Different plans can get the same; {@link #create} numbers them. */
    static String name(String plan, Purpose purpose) {
        String safe =
                plan.replaceAll("[?*/\\\\%!@#$^&|<>\\[\\]:;\"'\\p{Cntrl}]", "_").strip();
        String cut = safe.codePointCount(0, safe.length()) <= LONGEST_NAME
                ? safe
                : safe.substring(0, safe.offsetByCodePoints(0, LONGEST_NAME)).strip();
        return cut + " " + purpose.word();
    }

    /** Makes a job under that name, or under that name and a number where it is taken. */
    Job<?, ?> create(String name, String xml) throws IOException {
        for (String needed : NEEDED) {
            if (Jenkins.get().getDescriptor(needed) == null) {
                throw BuildConsole.abort(Messages.problem_noPipeline());
            }
        }
        ModifiableTopLevelItemGroup folder = folder();
        String free = name;
        for (int number = 2; folder.getItem(free) != null; number++) {
            free = name + " " + number;
        }
        TopLevelItem made =
                folder.createProjectFromXML(free, new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        return (Job<?, ?>) made;
    }

    private ModifiableTopLevelItemGroup folder() throws IOException {
        ModifiableTopLevelItemGroup group = Jenkins.get();
        for (String step : path.split("/")) {
            group = step.isEmpty() ? group : within(group, step);
        }
        return group;
    }

    private ModifiableTopLevelItemGroup within(ModifiableTopLevelItemGroup group, String step) throws IOException {
        Item item = group.getItem(step);
        if (item == null && Jenkins.get().getDescriptor(FOLDER) != null) {
            byte[] xml = ("<" + FOLDER + "/>").getBytes(StandardCharsets.UTF_8);
            item = group.createProjectFromXML(step, new ByteArrayInputStream(xml));
        }
        if (item instanceof ModifiableTopLevelItemGroup folder) {
            return folder;
        }
        throw BuildConsole.abort(
                item == null ? Messages.problem_noFolder(path) : Messages.problem_notFolder(path, item.getFullName()));
    }
}
