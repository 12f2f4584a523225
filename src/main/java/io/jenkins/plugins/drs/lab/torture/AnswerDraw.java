package io.jenkins.plugins.drs.lab.torture;

import io.jenkins.plugins.drs.lab.torture.Trouble.How;
import io.jenkins.plugins.drs.lab.torture.Trouble.StrangeAnswer;
import java.util.ArrayList;
import java.util.List;

/** Draws answers that nobody expects: of proxies, of gateways, cut, mixed up, or without what they must have. */
final class AnswerDraw {
    private static final List<Integer> STATUSES =
            List.of(200, 302, 400, 403, 404, 407, 408, 409, 413, 429, 500, 502, 503, 504);

    /** Of {@link How}; the others come in place of one of these, so that seeds draw what they drew before. */
    private static final List<How> DRAWN = List.of(How.values()).subList(0, How.ANOTHER_ID.ordinal());

    private final Dice dice;

    AnswerDraw(Dice dice) {
        this.dice = dice;
    }

    List<Trouble> troubles() {
        List<Trouble> troubles = new ArrayList<>();
        int count = dice.chance(25) ? 1 + dice.few(3) : 0;
        for (int number = 0; number < count; number++) {
            troubles.add(answer());
        }
        return troubles;
    }

    /** What a proxy that remembers answers does to calls that begin something, and to those that ask what became of it. */
    List<Trouble> earlierOnes() {
        if (!dice.chance(6)) {
            return List.of();
        }
        return List.of(new StrangeAnswer(
                dice.oneOf(List.of(
                        "StartRecovery",
                        "StartAutomationExecution",
                        "TerminateRecoveryInstances",
                        "GetAutomationExecution")),
                1 + dice.few(3),
                dice.between(1, 2),
                dice.chance(50) ? How.AN_EARLIER_ONE : How.AN_EARLIER_ONE_WITHOUT_NAMES,
                200,
                dice.between(0, 999),
                dice.chance(50)));
    }

    private Trouble answer() {
        String call = dice.chance(50) ? TroubleDraw.CALLS.get(dice.between(0, 4)) : dice.oneOf(TroubleDraw.CALLS);
        int times = dice.chance(90) ? dice.between(1, 3) : dice.chance(70) ? dice.between(4, 12) : StrangeAnswer.ALWAYS;
        StrangeAnswer drawn = new StrangeAnswer(
                call.split(" ")[1],
                dice.few(6),
                times,
                dice.oneOf(DRAWN),
                dice.oneOf(STATUSES),
                dice.between(0, 999),
                dice.chance(60));
        boolean id = drawn.place() % 3 == 0 && drawn.how() == How.MEMBER_OF_ANOTHER_TYPE;
        return id ? drawn.with(How.ANOTHER_ID) : drawn;
    }
}
