package io.jenkins.plugins.drs.lab.torture;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.lab.torture.Torture.Verdict;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An engine that breaks a promise is found out, within few seeds. */
class TortureBitesTest {
    private static final long MOST_SEEDS = 600;

    static Stream<Arguments> brokenEngines() {
        return Stream.of(
                Arguments.of(1, "does not find the job of a launch in doubt", BrokenEngines.forgettingLaunches()),
                Arguments.of(1, "starts runbooks with a new token each time", BrokenEngines.changingTokens()),
                Arguments.of(1, "does not see that another process runs its journal", BrokenEngines.blindToOthers()),
                Arguments.of(2, "replaces what another execution launched", BrokenEngines.blindToOthers()),
                Arguments.of(2, "takes down all instances but one", BrokenEngines.blindToInstances()),
                Arguments.of(2, "takes down instances of others", BrokenEngines.takingWhatIsOthers()),
                Arguments.of(2, "does not name what runs when its disk is full", BrokenEngines.tellingNothing()),
                Arguments.of(2, "believes that half a journal tells all", BrokenEngines.believingHalfAJournal()),
                Arguments.of(2, "takes strange answers for refusals", CredulousEngines.takingStrangeAnswersForNo()),
                Arguments.of(2, "takes strange answers for done", CredulousEngines.takingStrangeAnswersForYes()),
                Arguments.of(3, "lets a second process in", BrokenEngines.lettingASecondProcessIn()),
                Arguments.of(3, "has a disk that loses its tail", BrokenEngines.losingTheTail()),
                Arguments.of(3, "goes on though its disk is full", BrokenEngines.goingOnWithoutAJournal()),
                Arguments.of(4, "believes in higher limits", BrokenEngines.exceedingLimits()),
                Arguments.of(5, "takes every instance for healthy", BrokenEngines.seeingOnlyHealth()),
                Arguments.of(6, "forgets which values are secret", BrokenEngines.forgettingSecrets()),
                Arguments.of(
                        6, "hides secrets in their own form only", CredulousEngines.hidingSecretsInTheirOwnFormOnly()),
                Arguments.of(7, "takes what the machine's clock shows for the time", BrokenEngines.believingTheClock()),
                Arguments.of(8, "drills where a check was asked for", BrokenEngines.drillingForChecks()),
                Arguments.of(8, "lets nobody confirm a recovery", BrokenEngines.askingNobody()),
                Arguments.of(9, "takes every AWS for the one it began in", BrokenEngines.takingAnyWorldForItsOwn()),
                Arguments.of(9, "goes where its calls lead", CredulousEngines.followingItsCalls()));
    }

    @ParameterizedTest(name = "promise {0}: {1}")
    @MethodSource("brokenEngines")
    void shouldFindOutAnEngineThat(int promise, String what, Engine engine) throws IOException {
        try (Torture torture = new Torture(engine)) {
            long seed = 1;
            while (seed <= MOST_SEEDS && !breaks(torture.judge(seed), promise)) {
                seed++;
            }

            assertThat(seed)
                    .as("seeds until an engine that %s was found out", what)
                    .isLessThanOrEqualTo(MOST_SEEDS);
        }
    }

    private static boolean breaks(Verdict verdict, int promise) {
        return verdict.broken().stream().anyMatch(broken -> broken.promise() == promise);
    }
}
