package io.jenkins.plugins.drs.plugin.build;

import hudson.Extension;
import hudson.model.Run;
import hudson.security.Permission;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.plugin.run.DisasterRecoveryPermissions;
import io.jenkins.plugins.drs.plugin.run.DrillListener;
import io.jenkins.plugins.drs.plugin.run.DrillRecord;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** Gives builds their pages as executions begin and end. */
@Extension
public final class DrillPages extends DrillListener {
    private static final Logger LOGGER = Logger.getLogger(DrillPages.class.getName());

    @Override
    public void onStarted(Run<?, ?> build, DrillRecord record) {
        actionOf(build).add(record);
        save(build);
    }

    @Override
    public void onFinished(Run<?, ?> build, DrillRecord record, DrillResult result) {
        DrillAction action = actionOf(build);
        action.add(record);
        action.entry(record.executionId()).ifPresent(entry -> entry.finished(result));
        save(build);
    }

    @Override
    public Optional<String> pageOf(Run<?, ?> build, DrillRecord record) {
        return Optional.of(url(build, record.executionId()));
    }

    /** Whether the user may decide about a wave that waits. */
    static boolean mayDecide(Run<?, ?> build, DrillRecord record) {
        return DisasterRecoveryPermissions.isHeld(build.getParent(), decider(record));
    }

    /** Refuses a user who may not decide about a wave that waits. */
    static void checkDecider(Run<?, ?> build, DrillRecord record) {
        DisasterRecoveryPermissions.check(build.getParent(), decider(record));
    }

    /** What goes on in a real recovery is for those who may recover. */
    private static Permission decider(DrillRecord record) {
        return record.mode() == Mode.RECOVERY
                ? DisasterRecoveryPermissions.RECOVER
                : DisasterRecoveryPermissions.APPROVE;
    }

    /** Page of an execution, relative to Jenkins' root. */
    static String url(Run<?, ?> build, String executionId) {
        return build.getUrl() + DrillAction.URL_NAME + "/" + executionId + "/";
    }

    @Override
    public Optional<String> promptOf(Run<?, ?> build, DrillRecord record, String wave) throws IOException {
        return Optional.of(DecisionNote.line(record.executionId(), wave));
    }

    /** Says in plain text that a request came too late or too early: no error of Jenkins, so nothing is logged. */
    static HttpResponse refusal(String reason) {
        return new HttpResponse() {
            @Override
            public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node)
                    throws IOException {
                response.setStatus(HttpServletResponse.SC_CONFLICT);
                response.setContentType("text/plain;charset=UTF-8");
                response.setHeader("X-Content-Type-Options", "nosniff");
                response.getWriter().println(reason);
            }
        };
    }

    private static DrillAction actionOf(Run<?, ?> build) {
        synchronized (build) {
            DrillAction action = build.getAction(DrillAction.class);
            if (action == null) {
                action = new DrillAction();
                build.addAction(action);
            }
            return action;
        }
    }

    private static void save(Run<?, ?> build) {
        try {
            build.save();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "The drills of " + build + " could not be noted in the build", e);
        }
    }
}
