package io.jenkins.plugins.drs.plugin.configuration.schedule;

import hudson.model.ChoiceParameterDefinition;
import hudson.model.Items;
import hudson.model.ParameterDefinition;
import hudson.triggers.Trigger;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What a pipeline job is to have. Plain texts that are kept with a build, as Jenkins writes them into the
 * configuration of jobs.
 */
public final class DesiredJob implements Serializable {
    private static final long serialVersionUID = 1L;

    final String triggers;
    final String parameters;
    final String planParameter;

    /**
     * @param triggers all that the job is to have; null to leave them alone
     * @param parameters likewise
     * @param planParameter name of a parameter that offers all plans; null for none
     */
    public DesiredJob(
            List<? extends Trigger<?>> triggers, List<? extends ParameterDefinition> parameters, String planParameter) {
        this.triggers = triggers == null ? null : xml(new ArrayList<>(triggers));
        this.parameters = parameters == null ? null : xml(new ArrayList<>(parameters));
        this.planParameter = planParameter;
    }

    /** What Jenkins would write; either may be null. */
    DesiredJob(String triggers, String parameters) {
        this.triggers = triggers;
        this.parameters = parameters;
        this.planParameter = null;
    }

    boolean isEmpty() {
        return triggers == null && parameters == null && planParameter == null;
    }

    /** The parameter that offers plans. */
    String choice(List<String> plans) {
        return xml(List.of(
                new ChoiceParameterDefinition(planParameter, plans.toArray(new String[0]), Messages.planParameter())));
    }

    private static String xml(List<?> list) {
        return Items.XSTREAM2.toXML(new ArrayList<>(list));
    }
}
