package io.jenkins.plugins.drs.engine.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.aws.sdk.Pages.Page;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PagesTest {
    private final AtomicInteger pages = new AtomicInteger();

    @Test
    void shouldNotFollowTokensWithoutEnd() {
        assertEndless(token -> new Page<>(List.of(pages.incrementAndGet()), "token-" + pages), 1000);
    }

    @Test
    void shouldNotFollowPagesThatBringNothingNew() {
        assertEndless(token -> new Page<>(List.of(7), "token-" + pages.incrementAndGet()), 51);
    }

    @Test
    void shouldNotFollowATokenThatComesAgain() {
        assertEndless(token -> new Page<>(List.of(pages.incrementAndGet()), "same"), 2);
    }

    @Test
    void shouldFollowSomeEmptyPages() {
        var found = Pages.until(
                "ssm:ListDocuments",
                all -> false,
                token -> pages.incrementAndGet() < 40
                        ? new Page<>(List.<Integer>of(), "token-" + pages)
                        : new Page<>(List.of(1), null));

        assertThat(found).containsExactly(1);
    }

    private void assertEndless(Function<String, Page<Integer>> fetch, int calls) {
        AtomicInteger made = new AtomicInteger();
        var failure = Wire.failureOf(() -> Pages.until("drs:DescribeJobs", all -> false, token -> {
            made.incrementAndGet();
            return fetch.apply(token);
        }));

        assertThat(failure.kind()).isEqualTo(FailureKind.UNREADABLE);
        assertThat(failure.details().code()).isEqualTo("EndlessPages");
        assertThat(made.get()).isLessThanOrEqualTo(calls);
    }
}
