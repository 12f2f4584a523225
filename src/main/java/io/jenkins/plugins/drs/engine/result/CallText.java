package io.jenkins.plugins.drs.engine.result;

import io.jenkins.plugins.drs.engine.event.CallEvent.CallMade;
import io.jenkins.plugins.drs.engine.event.CallEvent.EffectFailed;
import io.jenkins.plugins.drs.engine.event.CallEvent.EffectRecovered;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Tells failures of AWS: of each kind the first, the tenth, the hundredth and so on. */
final class CallText {
    private final Map<String, Integer> failures = new HashMap<>();

    CallText(EventText text) {
        text.pass(CallMade.class);
        text.pass(EffectRecovered.class);
        text.tell(EffectFailed.class, (at, event) -> failed(event));
    }

    private Optional<String> failed(EffectFailed event) {
        boolean givenUp = event.retryAt().isEmpty();
        int count = failures.merge(event.operation() + event.code() + givenUp, 1, Integer::sum);
        if (!isPowerOfTen(count)) {
            return Optional.empty();
        }
        String times = count == 1 ? "" : " (" + count + " times by now)";
        String next = givenUp ? "not tried again" : "will be tried again";
        return Optional.of("  " + event.operation() + " failed with " + event.code() + times + ", " + next
                + RunText.suffix(event.message()));
    }

    private static boolean isPowerOfTen(int count) {
        int rest = count;
        while (rest % 10 == 0) {
            rest /= 10;
        }
        return rest == 1;
    }
}
