package io.jenkins.plugins.drs.lab.torture;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.lab.torture.Torture.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine of the product keeps its promises, whatever goes wrong. {@code docs/guarantees.md} says what that means. */
class TortureTest {
    private static final int SEEDS = 2000;

    /** On a build server that is busy with other things, two thousand drills outlast the limit of other tests. */
    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void shouldKeepEveryPromiseForTwoThousandSeeds() throws IOException {
        List<String> news = new CopyOnWriteArrayList<>();

        Map<Long, String> broken = new Campaign(1, SEEDS, news::add).run(2);

        assertThat(broken).as("replay with: ./drs torture --seed S%n%s", news).isEmpty();
    }

    /** Seeds that broke a promise once. {@code docs/guarantees.md} describes each. */
    @ParameterizedTest(name = "seed {0}: {1}")
    @CsvFileSource(resources = "/torture/seeds.csv", numLinesToSkip = 1)
    void shouldKeepEveryPromiseForSeedsThatBrokeOne(long seed, String found) throws IOException {
        try (Torture torture = new Torture()) {
            assertThat(torture.judge(seed).broken()).as(found).isEmpty();
        }
    }

    /** A campaign is worth most when it says of all seeds what they do. */
    @Test
    void shouldGoOnAfterASeedThatCannotBeRun() throws IOException {
        List<String> news = new CopyOnWriteArrayList<>();
        Campaign campaign = new Campaign(1, 4, news::add, seed -> {
            if (seed == 2) {
                throw new StackOverflowError("in the middle of seed 2");
            }
        });

        assertThat(campaign.run(1)).containsOnlyKeys(2L);
        assertThat(campaign.summary()).startsWith("4 of 4 seeds, 3 clean, 1 broken;");
        assertThat(news)
                .singleElement()
                .asString()
                .contains("Seed 2 could not be run")
                .contains("in the middle");
    }

    /** Crashes, faults, roles and sockets among them; connections that other runs have used, and new ones. */
    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 7, 12, 50})
    void shouldWriteTheSameJournalForTheSameSeed(long seed) throws IOException {
        String first;
        try (Torture torture = new Torture()) {
            first = journal(torture.judge(seed));
        }

        try (Torture torture = new Torture()) {
            torture.judge(seed + 1);

            assertThat(journal(torture.judge(seed))).isEqualTo(first);
        }
    }

    /** Without the port of a run over HTTP, which is any that is free, and the hashes of lines that hold it. */
    private static String journal(Verdict verdict) {
        return verdict.outcome()
                .texts()
                .get(0)
                .content()
                .replaceAll("\"http://127.0.0.1:[0-9]+\"", "\"http://127.0.0.1\"")
                .replaceAll("\"prev\":\"[0-9a-f]{64}\"", "");
    }

    /** Otherwise the seeds would prove nothing. */
    @Test
    void shouldDrawEverythingThatCanGoWrong() {
        boolean[] seen = new boolean[30];
        for (long seed = 1; seed <= SEEDS; seed++) {
            Scenario scenario = ScenarioDraw.of(seed);
            seen[0] |= scenario.traits().overHttp();
            seen[1] |= scenario.traits().withRoles();
            seen[2] |= scenario.traits().contested();
            seen[3] |= scenario.traits().refused();
            seen[4] |= scenario.traits().troubledActions();
            seen[5] |= !scenario.troubles(Trouble.SlowCall.class).isEmpty();
            seen[6] |= !scenario.troubles(Trouble.Suspend.class).isEmpty();
            seen[20] |= scenario.troubles(Trouble.Suspend.class).stream()
                    .anyMatch(suspend -> suspend.length().toDays() > 0);
            seen[21] |= scenario.troubles(Trouble.Crash.class).size() > 5;
            seen[22] |= scenario.troubles(Trouble.Crash.class).stream()
                    .anyMatch(crash -> crash.place() == Trouble.Place.AFTER_STRANGE_ANSWER);
            seen[7] |= scenario.troubles(Trouble.Cancel.class).stream().anyMatch(Trouble.Cancel::atOnce);
            seen[8] |= scenario.first().options().waveByWave();
            seen[9] |= scenario.mustComplete();
            seen[16] |= !scenario.troubles(Trouble.SecondProcess.class).isEmpty();
            for (Trouble.OtherWorld other : scenario.troubles(Trouble.OtherWorld.class)) {
                seen[other.account() ? 24 : 25] = true;
            }
            for (Trouble.Misled misled : scenario.troubles(Trouble.Misled.class)) {
                seen[misled.account() ? 26 : 27] = true;
                seen[28] |= misled.lasts().isEmpty();
            }
            seen[29] |= scenario.traits().overHttp()
                    && !scenario.troubles(Trouble.StrangeAnswer.class).isEmpty();
            seen[17] |= !scenario.troubles(Trouble.DamagedJournal.class).isEmpty();
            for (Trouble.InAws inAws : scenario.troubles(Trouble.InAws.class)) {
                seen[18] |= inAws.toString().startsWith("The account is full");
                seen[19] |= inAws.fault().effect().retryAfterSeconds() != null;
            }
            for (Trouble.FullDisk disk : scenario.troubles(Trouble.FullDisk.class)) {
                seen[14] |= disk.lasts().isPresent();
                seen[15] |= disk.lasts().isEmpty();
            }
            for (Trouble.ClockJump jump : scenario.troubles(Trouble.ClockJump.class)) {
                seen[10] |= jump.by().isNegative();
                seen[11] |= !jump.by().isNegative() && jump.moment() == Trouble.Moment.IN_CALL;
                seen[12] |= jump.afterEvent() == 0;
                seen[23] |= jump.moment() == Trouble.Moment.WITH_STRANGE_ANSWER;
                seen[13] |= jump.moment() == Trouble.Moment.WHILE_NO_ENGINE_RUNS
                        && jump.by().isNegative();
            }
        }

        assertThat(seen).doesNotContain(false);
    }

    @Test
    void shouldTellTheWholeStoryOfASeed() throws IOException {
        List<String> story = Campaign.replay(12);

        assertThat(story)
                .contains(
                        "Seed 12", "What goes wrong", "What the engine told", "What really happened, by the simulator")
                .contains("Every promise was kept.");
    }

    /** Seed 7444: nothing was journalled, and its artifacts were asked for all the same. */
    @Test
    void shouldJudgeADrillWhoseDiskWasFullBeforeItsFirstEvent() throws IOException {
        try (Torture torture = new Torture()) {
            Verdict verdict = torture.judge(7444);

            assertThat(verdict.outcome().events()).isEmpty();
            assertThat(verdict.broken()).isEmpty();
        }
    }
}
