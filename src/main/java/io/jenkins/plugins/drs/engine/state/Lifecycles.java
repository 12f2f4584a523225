package io.jenkins.plugins.drs.engine.state;

import io.jenkins.plugins.drs.engine.term.WaveStatus;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The transition table of each lifecycle. */
public final class Lifecycles {
    public static final Transitions<Phase> EXECUTION = Transitions.of("execution", Phase.class)
            .from(Phase.NEW, Phase.PREFLIGHT)
            .from(Phase.PREFLIGHT, Phase.WAVES, Phase.CLEANUP, Phase.FINISHED)
            .from(Phase.WAVES, Phase.CLEANUP)
            .from(Phase.CLEANUP, Phase.FINISHED)
            .build();

    public static final Transitions<WaveStatus> WAVE = Transitions.of("wave", WaveStatus.class)
            .from(
                    WaveStatus.PENDING,
                    WaveStatus.PAUSED,
                    WaveStatus.PRE_ACTIONS,
                    WaveStatus.SKIPPED,
                    WaveStatus.CANCELLED)
            .from(WaveStatus.PAUSED, WaveStatus.PRE_ACTIONS, WaveStatus.CANCELLED)
            .from(WaveStatus.PRE_ACTIONS, WaveStatus.LAUNCHING, WaveStatus.FAILED, WaveStatus.CANCELLED)
            .from(WaveStatus.LAUNCHING, WaveStatus.VALIDATING, WaveStatus.CANCELLED)
            .from(
                    WaveStatus.VALIDATING,
                    WaveStatus.POST_ACTIONS,
                    WaveStatus.PARTIAL,
                    WaveStatus.FAILED,
                    WaveStatus.CANCELLED)
            .from(
                    WaveStatus.POST_ACTIONS,
                    WaveStatus.COMPLETED,
                    WaveStatus.PARTIAL,
                    WaveStatus.FAILED,
                    WaveStatus.CANCELLED)
            .build();

    public static final Transitions<ServerStage> SERVER = Transitions.of("server", ServerStage.class)
            .from(ServerStage.WAITING, ServerStage.STARTING, ServerStage.FAILED)
            .from(ServerStage.STARTING, ServerStage.IN_JOB, ServerStage.WAITING, ServerStage.FAILED)
            .from(ServerStage.IN_JOB, ServerStage.LAUNCHED, ServerStage.FAILED)
            .from(ServerStage.LAUNCHED, ServerStage.VALIDATED, ServerStage.FAILED)
            .build();

    public static final Transitions<InstanceStage> INSTANCE = Transitions.of("instance", InstanceStage.class)
            .from(InstanceStage.UP, InstanceStage.GOING, InstanceStage.LEFT)
            .from(InstanceStage.GOING, InstanceStage.UP, InstanceStage.GONE, InstanceStage.LEFT)
            .build();

    private Lifecycles() {}

    /**
     * Which changes of status are legal. What is not in the table is not.
     *
     * @param <S> statuses of one kind of thing
     */
    public static final class Transitions<S extends Enum<S>> {
        private final String what;
        private final Map<S, Set<S>> allowed;

        private Transitions(String what, Map<S, Set<S>> allowed) {
            this.what = what;
            this.allowed = allowed;
        }

        static <S extends Enum<S>> Builder<S> of(String what, Class<S> type) {
            return new Builder<>(what, type);
        }

        /** Whether a thing may go from one status to the other. */
        public boolean allows(S from, S to) {
            return allowed.getOrDefault(from, Set.of()).contains(to);
        }

        /** @throws IllegalStateException when the change is not in the table */
        void check(String name, S from, S to) {
            if (!allows(from, to)) {
                throw new IllegalStateException("Expected a legal change of " + what + " '" + name
                        + "', but it went from " + from + " to " + to);
            }
        }

        /** The table: each status with those that may follow it. */
        public Map<S, Set<S>> table() {
            return Map.copyOf(allowed);
        }

        /** Collects the rows of a table. */
        static final class Builder<S extends Enum<S>> {
            private final String what;
            private final Map<S, Set<S>> allowed;

            private Builder(String what, Class<S> type) {
                this.what = what;
                this.allowed = new EnumMap<>(type);
            }

            @SafeVarargs
            final Builder<S> from(S from, S first, S... others) {
                allowed.put(from, EnumSet.of(first, others));
                return this;
            }

            Transitions<S> build() {
                return new Transitions<>(what, allowed);
            }
        }
    }
}
