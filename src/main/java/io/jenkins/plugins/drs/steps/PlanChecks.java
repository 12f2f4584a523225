package io.jenkins.plugins.drs.steps;

import io.jenkins.plugins.drs.engine.event.Mode;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.host.BuildSide;
import io.jenkins.plugins.drs.host.DrillCallback;
import io.jenkins.plugins.drs.host.DrillHandle;
import io.jenkins.plugins.drs.host.DrillHost;
import io.jenkins.plugins.drs.host.DrillRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import jenkins.util.Timer;

/** Checks several plans, a few at a time. Begun again after a restart, it goes on with those that it began. */
final class PlanChecks {
    static final String MINUTES_PROPERTY = "io.jenkins.plugins.drs.sync.checkMinutes";

    private static final String FAILED = "FAILED";
    private static final int AT_ONCE = 4;
    private static final int MINUTES = 30;
    private static final int SECONDS_TO_END = 30;

    private final BuildSide side;
    private final String stepKey;
    private final Optional<String> credentialsId;
    private final DrConfiguration configuration;
    private final List<String> plans;
    private final Map<String, Object>[] told;
    private final Map<Integer, DrillHandle> running = new ConcurrentHashMap<>();
    private final int minutes = Math.max(1, Integer.getInteger(MINUTES_PROPERTY, MINUTES));
    private final Consumer<List<Map<String, Object>>> end;
    private int next;
    private int ended;
    private String cancelledBy;
    private boolean overdue;

    /** @param end hears what came of all checks, once, on any thread */
    @SuppressWarnings({"unchecked", "rawtypes"})
    PlanChecks(
            BuildSide side,
            String stepKey,
            String credentialsId,
            DrConfiguration configuration,
            List<String> plans,
            Consumer<List<Map<String, Object>>> end) {
        this.side = side;
        this.stepKey = stepKey;
        this.credentialsId = Optional.ofNullable(credentialsId);
        this.configuration = configuration;
        this.plans = plans;
        this.end = end;
        this.told = new Map[plans.size()];
    }

    void begin() {
        if (plans.isEmpty()) {
            end.accept(List.of());
            return;
        }
        for (int lane = 0; lane < AT_ONCE; lane++) {
            startNext();
        }
    }

    /** Cancels those that run; the others are not begun. */
    void cancel(String by, String reason) {
        synchronized (this) {
            cancelledBy = by;
        }
        running.values().forEach(handle -> handle.cancel(by, reason));
    }

    private void startNext() {
        int place;
        synchronized (this) {
            if (next == plans.size()) {
                return;
            }
            place = next++;
        }
        if (cancelledBy() != null) {
            over(place, "CANCELLED", Messages.cancelled_aborted(), null);
            return;
        }
        if (isOverdue()) {
            over(place, FAILED, Messages.sync_checkNotBegun(), null);
            return;
        }
        Timer.get().schedule(() -> overdue(place), minutes, TimeUnit.MINUTES);
        try {
            DrillHost.get().start(request(place), side, new Listener(place));
        } catch (IOException | RuntimeException e) {
            over(place, FAILED, String.valueOf(e.getMessage()), null);
        }
    }

    /** Gives up a check that takes too long: others wait for the end of the sync. */
    private void overdue(int place) {
        synchronized (this) {
            if (told[place] != null) {
                return;
            }
            overdue = true;
        }
        String reason = Messages.sync_checkOverdue(minutes, MINUTES_PROPERTY);
        DrillHandle handle = running.get(place);
        if (handle != null) {
            handle.cancel("Jenkins", reason);
        }
        Timer.get().schedule(() -> over(place, FAILED, reason, null), SECONDS_TO_END, TimeUnit.SECONDS);
    }

    private synchronized boolean isOverdue() {
        return overdue;
    }

    private synchronized String cancelledBy() {
        return cancelledBy;
    }

    private DrillRequest request(int place) {
        return new DrillRequest(
                stepKey + "-" + place,
                Mode.CHECK,
                configuration,
                plans.get(place),
                new PlanExecution.Manner(Mode.CHECK).limits(),
                credentialsId,
                true);
    }

    private void over(int place, String status, String reason, String executionId) {
        boolean last;
        synchronized (this) {
            if (told[place] != null) {
                return;
            }
            told[place] = told(plans.get(place), status, reason, executionId);
            ended++;
            last = ended == plans.size();
        }
        if (last) {
            end.accept(new ArrayList<>(List.of(told)));
        } else {
            startNext();
        }
    }

    /** @param executionId null where none was begun */
    static Map<String, Object> told(String plan, String status, String reason, String executionId) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("plan", plan);
        line.put("status", status);
        line.put("reason", reason);
        line.put("executionId", executionId);
        return line;
    }

    private final class Listener implements DrillCallback {
        private final int place;

        private Listener(int place) {
            this.place = place;
        }

        @Override
        public void attached(DrillHandle handle) {
            running.put(place, handle);
            String by = cancelledBy();
            if (by != null) {
                handle.cancel(by, Messages.cancelled_aborted());
            }
        }

        @Override
        public void finished(DrillResult result) {
            over(
                    place,
                    result.status().name(),
                    result.verdict().reason().orElse(""),
                    result.run().executionId());
        }

        @Override
        public void broken(Throwable problem) {
            over(place, FAILED, String.valueOf(problem.getMessage()), null);
        }
    }
}
