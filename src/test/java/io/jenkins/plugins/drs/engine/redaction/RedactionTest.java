package io.jenkins.plugins.drs.engine.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final String SECRET = "Tr0ub4dor&3 \"+/='é<$`\\x>\n";
    private static final String PEM =
            "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0B\nAQEFAASCBKcwggSjAgEAAoIB\n"
                    + "q83vEjRWeJA=\n-----END PRIVATE KEY-----\n";

    static Stream<Arguments> forms() {
        return SecretForms.of(SECRET).entrySet().stream().map(form -> Arguments.of(form.getKey(), form.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void shouldHideASecretInTheForm(String name, String form) {
        String clean = Redaction.of(List.of(SECRET)).of("token=" + form + "; done");

        assertThat(clean).startsWith("token=").endsWith("; done").contains("***");
        assertThat(rest(clean)).hasSizeLessThan(12);
    }

    private static String rest(String clean) {
        return clean.replace("token=", "").replace("; done", "").replace("***", "");
    }

    @Property(tries = 300)
    void shouldHideAnySecretInEveryForm(@ForAll("secrets") String secret) {
        Redaction redaction = Redaction.of(List.of(secret));
        SecretForms.of(secret).forEach((name, form) -> {
            String clean = redaction.of("begin " + form + " end");

            assertThat(clean).as("%s of %s", name, secret).contains("***").doesNotContain(form);
            assertThat(clean.length()).as("%s: %s", name, clean).isLessThan(40);
        });
    }

    @Property(tries = 300)
    void shouldHideAnySecretThatIsWrittenUpToThreeTimesAmongOtherMarks(
            @ForAll("secrets") String secret, @ForAll @Size(min = 1, max = 3) List<@IntRange(max = 9) Integer> ways) {
        String written = secret;
        for (int way : ways) {
            written = SecretForms.writers().get(way).apply(written);
        }
        String marks = "He said: 'it''s \"ok\"' & more &amp; %41 + a\\nb \\u0041 \n next ";

        String clean = Redaction.of(List.of(secret)).of(marks + written);

        assertThat(clean).as("%s by %s", secret, ways).doesNotContain(written).contains("***");
    }

    @Test
    void shouldHideASecretThatIsBrokenInFrontOfABlank() {
        Redaction redaction = Redaction.of(List.of("q!!!!!!!!!! 9"));

        assertThat(redaction.of("is q!!!!!!!!!!\n 9.")).isEqualTo("is ***.");
        assertThat(redaction.of("is q!!!!!\n    !!!!! 9.")).isEqualTo("is ***.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        jdbc:mysql://db/shop?user=app&password=hunter2-long | hunter2-long
        host=db user=app password=hunter2-long dbname=shop | hunter2-long
        Server=db;User Id=app;Password=hunter2-long; | hunter2-long
        postgres://app:p%40ssw0rd-x@db/shop | p@ssw0rd-x
        mongodb://app:pa@ss-word1@db | pa@ss-word1
        redis://:hunter2-long@db:6379 | hunter2-long
        mysql://shop:Zx8vQm2#LpRw9aa@db.example.com/shop | Zx8vQm2#LpRw9aa
        amqp://app:Yx8vQm2/LpRw9bb@mq.example.com | Yx8vQm2/LpRw9bb
        mysql://shop:Zx8vQm2?Lp@Rw9aa@db/shop?ssl=true | Zx8vQm2?Lp@Rw9aa
        mysql://shop:two words-9@db/shop | two words-9
        https://ghp_abcdefTOKEN@git.example.com/x | ghp_abcdefTOKEN
        Authorization: Bearer abc.def-ghi | abc.def-ghi
        Authorization: Basic YXBwOmh1bnRlcjItbG9uZw== | hunter2-long
        export TOKEN=hunter2-long | hunter2-long
        app:hunter2-long | hunter2-long
        scott/tiger-long1@db:1521/x | tiger-long1
        password: \"it''s-long\" | it''s-long
        <c><p>hunter2-long</p></c> | hunter2-long
        AKIAXXXXXXXXXXXXXXXX wJalrXUtnFEMI/K7MDENG | wJalrXUtnFEMI/K7MDENG
        """)
    void shouldHideThePasswordWithinASecret(String secret, String password) {
        assertThat(Redaction.of(List.of(secret)).of("got " + password + "!")).isEqualTo("got ***!");
    }

    @ParameterizedTest
    @ValueSource(strings = {"q!!!!!\"\"'9", "q!!!!!''\"9"})
    void shouldHideASecretWithTwoQuotationMarksInARowInEveryForm(String secret) {
        shouldHideAnySecretInEveryForm(secret);
    }

    @Provide
    Arbitrary<String> secrets() {
        return Arbitraries.strings()
                .withCharRange('!', '~')
                .withChars(' ', 'é', 'ß', '€')
                .ofMinLength(8)
                .ofMaxLength(40)
                .map(text -> "q" + text + "9")
                .filter(text -> Redactable.reasonAgainst(text).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"MIIEvQIBADANBgkqhkiG9w0B", "AQEFAASCBKcwggSjAgEAAoIB", "q83vEjRWeJA="})
    void shouldHideEachLineOfAKey(String line) {
        assertThat(Redaction.of(List.of(PEM)).of("line: " + line)).isEqualTo("line: ***");
    }

    @Test
    void shouldHideTheValuesWithinASecret() {
        String json =
                "{\"user\":\"shop-user\",\"nested\":{\"list\":[\"first-item\",{\"deep\":\"very-deep\"}],\"pin\":12345678}}";

        Redaction redaction = Redaction.of(List.of(
                json,
                "alpha-one,beta-two;gamma-three",
                "KEY_A=value-a1\nKEY_B='value-b2'",
                "db://me:pass-w0rd@host/x"));

        for (String inner : List.of(
                "shop-user",
                "first-item",
                "very-deep",
                "12345678",
                "alpha-one",
                "beta-two",
                "gamma-three",
                "value-a1",
                "value-b2",
                "pass-w0rd")) {
            assertThat(redaction.of("got " + inner + "!")).isEqualTo("got ***!");
        }
    }

    @Test
    void shouldLeaveOtherTextAlone() {
        Redaction redaction =
                Redaction.of(List.of(SECRET, PEM, "1234", "true", "password", "us-east-1", "{\"port\":5432}"));

        for (String text : List.of(
                "Wave 'A' ended in us-east-1 after 1234 s: wrong password, it is true.",
                "-----BEGIN PRIVATE KEY-----",
                "100 % & more + \\ 'x' ''",
                "{\"port\":5432}".substring(1),
                "")) {
            assertThat(redaction.of(text)).isSameAs(text);
        }
    }

    @Test
    void shouldLeaveWordsThatAreKnownAnyway() {
        Redaction redaction = Redaction.of(List.of("orders-db", "s3cr3t-value"), "orders-db"::equals);

        assertThat(redaction.of("orders-db has s3cr3t-value")).isEqualTo("orders-db has ***");
    }

    @Test
    void shouldHideSecretsInExceptionsAndTheirCauses() {
        Redaction redaction = Redaction.of(List.of("s3cr3t-value"));
        var plain = new IllegalStateException("nothing here");
        var leaking = new IllegalStateException("outer", new IllegalArgumentException("got s3cr3t-value"));

        assertThat(redaction.of(plain)).isSameAs(plain);
        RuntimeException clean = redaction.of((RuntimeException) leaking);
        assertThat(clean).hasMessage("java.lang.IllegalStateException: outer");
        assertThat(clean.getCause()).hasMessage("java.lang.IllegalArgumentException: got ***");
        assertThat(clean.getStackTrace()).isEqualTo(leaking.getStackTrace());
    }

    /** A text with everything to decode in it, and 500 secrets of 40 characters: 700,000 characters take some seconds. */
    @Test
    void shouldTakeLongTextsAndManySecrets() {
        Random random = new Random(7);
        String[] secrets = random.ints(500, 0, 1 << 30)
                .mapToObj(n -> ("s" + n + "-").repeat(3))
                .toArray(String[]::new);
        Redaction redaction = Redaction.of(Arrays.asList(secrets));
        byte[] noise = new byte[500_000];
        random.nextBytes(noise);
        String text = Base64.getMimeEncoder().encodeToString(noise) + " % & ; \\ ' \" \\n %41 &amp; ''" + secrets[17];

        long began = System.nanoTime();
        String clean = redaction.of(text);

        assertThat(clean).endsWith("''***");
        assertThat(System.nanoTime() - began).isLessThan(60_000_000_000L);
    }

    @Test
    void shouldKeepTheMapOfPositionsThroughSeveralDecodings() {
        Map<String, String> texts =
                Map.of("a%5C%22x s3cr3t%2Dvalue z", "a%5C%22x *** z", "&lt;s3cr3t&#45;value&gt;", "&lt;***&gt;");

        texts.forEach((text, clean) ->
                assertThat(Redaction.of(List.of("s3cr3t-value")).of(text)).isEqualTo(clean));
    }
}
