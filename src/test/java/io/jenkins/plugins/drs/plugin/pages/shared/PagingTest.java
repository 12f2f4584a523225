package io.jenkins.plugins.drs.plugin.pages.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagingTest {
    private static final List<String> NAMES =
            IntStream.rangeClosed(1, 120).mapToObj(number -> "Plan " + number).toList();

    private static Paging<String> page(String query, String number) {
        return Paging.of(NAMES, Paging.words(query, Function.identity()), number);
    }

    @ParameterizedTest(name = "page {0} shows {1} to {2}")
    @CsvSource({"1, 1, 50", "2, 51, 100", "3, 101, 120", "99, 101, 120", "0, 1, 50", "-3, 1, 50", "x, 1, 50"})
    void shouldShowThePageThatIsNearest(String number, int from, int to) {
        var page = page("", number);

        assertThat(page.getFrom()).isEqualTo(from);
        assertThat(page.getTo()).isEqualTo(to);
        assertThat(page.getItems()).containsExactlyElementsOf(NAMES.subList(from - 1, to));
        assertThat(page.getPages()).isEqualTo(3);
    }

    @Test
    void shouldFindWordsInAnyOrderAndCase() {
        assertThat(page("11 PLAN", null).getItems())
                .containsExactly(
                        "Plan 11",
                        "Plan 110",
                        "Plan 111",
                        "Plan 112",
                        "Plan 113",
                        "Plan 114",
                        "Plan 115",
                        "Plan 116",
                        "Plan 117",
                        "Plan 118",
                        "Plan 119");
    }

    @Test
    void shouldBeOnePageOfNothingWhenNothingMatches() {
        var page = page("missing", "2");

        assertThat(page.getItems()).isEmpty();
        assertThat(page.getTotal()).isZero();
        assertThat(page.getFrom()).isZero();
        assertThat(page.isFirst()).isTrue();
        assertThat(page.isLast()).isTrue();
    }
}
