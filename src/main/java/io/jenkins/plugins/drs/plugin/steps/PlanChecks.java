package io.jenkins.plugins.drs.plugin.steps;

import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.plugin.run.DrillCallback;
import io.jenkins.plugins.drs.plugin.run.DrillHandle;
import io.jenkins.plugins.drs.plugin.run.HostEndedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Checks several plans, a few at a time. Begun again after a restart, it goes on with those that it began. */
final class PlanChecks {
    private static final Logger LOGGER = Logger.getLogger(PlanChecks.class.getName());

    static final String MINUTES_PROPERTY = "io.jenkins.plugins.drs.sync.checkMinutes";

    private static final String FAILED = "FAILED";
    private static final int AT_ONCE = 4;
    private static final int MINUTES = 30;
    private static final int SECONDS_TO_END = 30;

    private final List<String> plans;
    private final Host host;
    private final Delay delay;
    private final Map<String, Object>[] told;
    private final Map<Integer, DrillHandle> running = new ConcurrentHashMap<>();
    private final int minutes = minutes();
    private final End end;
    private int next;
    private int ended;
    private String cancelledBy;
    private boolean overdue;

    /** Runs checks. */
    interface Host {
        /** @param place of the plan among those that are checked; the same after a restart */
        void start(int place, DrillCallback callback) throws IOException;
    }

    /** Calls back later, on any thread. */
    interface Delay {
        void after(long amount, TimeUnit unit, Runnable call);
    }

    /** Hears what comes of checks, on any thread. */
    interface End {
        /** @param result empty where the check did not get as far */
        void ofOne(Map<String, Object> told, Optional<DrillResult> result);

        /** Called once, after all of them. */
        void ofAll(List<Map<String, Object>> told);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    PlanChecks(List<String> plans, Host host, Delay delay, End end) {
        this.plans = plans;
        this.host = host;
        this.delay = delay;
        this.end = end;
        this.told = new Map[plans.size()];
    }

    /** How long a check may take before it is given up. */
    static int minutes() {
        return Math.max(1, Integer.getInteger(MINUTES_PROPERTY, MINUTES));
    }

    void begin() {
        if (plans.isEmpty()) {
            end.ofAll(List.of());
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
            over(place, "CANCELLED", Messages.cancelled_aborted());
            return;
        }
        if (isOverdue()) {
            over(place, FAILED, Messages.sync_checkNotBegun());
            return;
        }
        delay.after(minutes, TimeUnit.MINUTES, () -> overdue(place));
        try {
            host.start(place, new Listener(place));
        } catch (HostEndedException e) { // the next start of Jenkins begins these checks again
            LOGGER.log(Level.FINE, "Left to the next start of Jenkins", e);
        } catch (IOException | RuntimeException e) {
            over(place, FAILED, String.valueOf(e.getMessage()));
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
        delay.after(SECONDS_TO_END, TimeUnit.SECONDS, () -> over(place, FAILED, reason));
    }

    private synchronized boolean isOverdue() {
        return overdue;
    }

    private synchronized String cancelledBy() {
        return cancelledBy;
    }

    private void over(int place, String status, String reason) {
        over(place, told(plans.get(place), status, reason, null), Optional.empty());
    }

    private void over(int place, Map<String, Object> outcome, Optional<DrillResult> result) {
        boolean last;
        synchronized (this) {
            if (told[place] != null) {
                return;
            }
            told[place] = outcome;
            tell(outcome, result); // before another can be the last
            ended++;
            last = ended == plans.size();
        }
        if (last) {
            end.ofAll(new ArrayList<>(List.of(told)));
        } else {
            startNext();
        }
    }

    /** What cannot be told of one check must not keep the sync from its end. */
    private void tell(Map<String, Object> outcome, Optional<DrillResult> result) {
        try {
            end.ofOne(outcome, result);
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "The check " + outcome + " was not told", e);
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
            String reason = result.verdict().reason().orElse("");
            String executionId = result.run().executionId();
            over(place, told(plans.get(place), result.status().name(), reason, executionId), Optional.of(result));
        }

        @Override
        public void broken(Throwable problem) {
            over(place, FAILED, String.valueOf(problem.getMessage()));
        }
    }
}
