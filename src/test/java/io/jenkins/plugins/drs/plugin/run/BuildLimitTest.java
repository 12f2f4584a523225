package io.jenkins.plugins.drs.plugin.run;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Action;
import hudson.model.Cause;
import hudson.model.Job;
import hudson.model.Queue;
import hudson.model.Run;
import io.jenkins.plugins.drs.engine.term.Mode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildLimitTest {
    @ParameterizedTest
    @CsvSource({
        "CHECK, CHECK, true",
        "CHECK, DRILL, false",
        "CHECK, CLEANUP, false",
        "CHECK, RECOVERY, false",
        "DRILL, CHECK, true",
        "DRILL, DRILL, true",
        "DRILL, CLEANUP, true",
        "DRILL, RECOVERY, false"
    })
    void shouldAllowNoMoreThanTheButtonSaid(Mode button, Mode asked, boolean allowed) {
        assertThat(new BuildLimit(button, "Shop").allows(asked)).isEqualTo(allowed);
    }

    private abstract static class AnyJob extends Job<AnyJob, Started> {
        private AnyJob() {
            super(null, null);
        }
    }

    /** A build that was started by others; null is one that was deleted. */
    private static final class Started extends Run<AnyJob, Started> {
        private final List<Action> actions = new ArrayList<>();
        private final List<Cause> causes = new ArrayList<>();

        private Started(Started... upstream) {
            super(null, null);
            for (Started by : upstream) {
                causes.add(new Cause.UpstreamCause(by) {
                    @Override
                    public Run<?, ?> getUpstreamRun() {
                        return by;
                    }
                });
            }
        }

        private Started with(BuildLimit ceiling) {
            actions.add(ceiling);
            return this;
        }

        @Override
        public void addAction(Action action) {
            actions.add(action);
        }

        @Override
        public <T extends Action> T getAction(Class<T> type) {
            return actions.stream()
                    .filter(type::isInstance)
                    .map(type::cast)
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public List<Cause> getCauses() {
            return causes;
        }
    }

    @Test
    void shouldHoldForBuildsThatTheBuildStartsHoweverManyAreBetween() {
        Started last = new Started().with(BuildLimit.ofCheck("Shop"));
        for (int between = 0; between < 50; between++) {
            last = new Started(last);
        }

        assertThat(BuildLimit.collect(last)).containsExactly(BuildLimit.ofCheck("Shop"));
        assertThat(BuildLimit.collect(new Started(new Started()))).isEmpty();
    }

    @Test
    void shouldHoldStillWhenTheBuildThatStartedItIsDeleted() {
        Started build = new Started(new Started().with(BuildLimit.ofCheck("Shop")));
        Started free = new Started(new Started());

        BuildLimit.keep(build);
        BuildLimit.keep(free);
        build.causes.clear();
        free.causes.clear();
        free.causes.addAll(new Started((Started) null).causes);

        assertThat(BuildLimit.collect(build)).containsExactly(BuildLimit.ofCheck("Shop"));
        assertThat(BuildLimit.collect(free)).isEmpty();
    }

    @Test
    void shouldAllowNothingWhereTheBuildThatStartedItWasDeletedBefore() {
        Started build = new Started((Started) null);
        assertThat(BuildLimit.collect(build)).singleElement().satisfies(BuildLimitTest::allowsNothing);

        BuildLimit.keep(build);
        assertThat(BuildLimit.collect(build)).singleElement().satisfies(BuildLimitTest::allowsNothing);
    }

    private static void allowsNothing(BuildLimit ceiling) {
        assertThat(Mode.values()).noneMatch(ceiling::allows);
    }

    @Test
    void shouldNotBeJoinedWithABuildThatWaitsWithoutIt() {
        Queue.QueueAction ceiling = new BuildLimit(Mode.CHECK, "Shop");

        assertThat(ceiling.shouldSchedule(List.of())).isTrue();
        assertThat(ceiling.shouldSchedule(List.of(new BuildLimit(Mode.DRILL, "Shop"))))
                .isTrue();
        assertThat(ceiling.shouldSchedule(List.of(new BuildLimit(Mode.CHECK, "Site"))))
                .isTrue();
        assertThat(ceiling.shouldSchedule(List.of(new BuildLimit(Mode.CHECK, "Shop"))))
                .isFalse();
    }
}
