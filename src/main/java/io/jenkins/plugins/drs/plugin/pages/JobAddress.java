package io.jenkins.plugins.drs.plugin.pages;

import hudson.Util;
import hudson.model.Job;
import io.jenkins.plugins.drs.plugin.build.DrillRow;
import io.jenkins.plugins.drs.plugin.run.DisasterRecoveryPermissions;
import io.jenkins.plugins.drs.plugin.run.KnownDrill;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import jenkins.model.Jenkins;
import org.springframework.security.access.AccessDeniedException;

/** Where jobs are, and which of them the reader may know of. */
final class JobAddress {
    private JobAddress() {}

    /** Relative to Jenkins' root, with a slash at its end. */
    static String of(String fullName) {
        StringBuilder url = new StringBuilder();
        for (String step : fullName.split("/")) {
            url.append("job/").append(Util.rawEncode(step)).append('/');
        }
        return url.toString();
    }

    static DrillRow row(KnownDrill drill) {
        return new DrillRow(drill, () -> of(drill.job()));
    }

    /** Tells of each execution whether the current user may view it; asks once for each job. */
    static Predicate<KnownDrill> visible() {
        Map<String, Boolean> known = new HashMap<>();
        return drill -> known.computeIfAbsent(drill.job(), JobAddress::mayView);
    }

    private static boolean mayView(String job) {
        try {
            Job<?, ?> found = Jenkins.get().getItemByFullName(job, Job.class);
            return found != null && found.hasPermission(DisasterRecoveryPermissions.VIEW);
        } catch (AccessDeniedException e) {
            return false;
        }
    }
}
