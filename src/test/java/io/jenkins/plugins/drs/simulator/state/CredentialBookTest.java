package io.jenkins.plugins.drs.simulator.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.simulator.environment.Environment;
import io.jenkins.plugins.drs.simulator.state.CredentialBook.SessionCredentials;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CredentialBookTest {
    private final CredentialBook book = new CredentialBook(
            Environment.parse("{\"accounts\": [{\"accountId\": \"111111111111\", \"accessKeys\": [\"AKIAONE\"]},"
                    + "{\"accountId\": \"222222222222\", \"accessKeys\": [\"AKIATWO\"]}]}"),
            new Ids(0));

    @Test
    void shouldFindTheAccountOfAKey() {
        assertThat(account("AKIATWO", "")).isEqualTo("222222222222");
        assertThat(account("AKIAUNKNOWN", "")).isEqualTo("111111111111");
    }

    @Test
    void shouldFindTheRolesAccountOfASession() {
        SessionCredentials session = book.issue("222222222222", "Drill", "build-1", Duration.ofHours(1));

        assertThat(account(session.caller().accessKeyId(), session.sessionToken()))
                .isEqualTo("222222222222");
        assertThat(session.caller().accessKeyId()).matches("ASIA[0-9A-F]{16}");
        assertThat(session.caller().arn()).isEqualTo("arn:aws:sts::222222222222:assumed-role/Drill/build-1");
    }

    @Test
    void shouldRefuseASessionWithoutItsToken() {
        SessionCredentials session = book.issue("222222222222", "Drill", "build-1", Duration.ofHours(1));

        assertThat(book.identify(session.caller().accessKeyId(), "").refusal())
                .contains(CredentialBook.Refusal.UNKNOWN);
    }

    @Test
    void shouldRefuseASessionThatHasExpired() {
        SessionCredentials session = book.issue("222222222222", "Drill", "build-1", Duration.ofSeconds(-1));

        assertThat(book.identify(session.caller().accessKeyId(), session.sessionToken())
                        .refusal())
                .contains(CredentialBook.Refusal.EXPIRED);
    }

    private String account(String key, String token) {
        return book.identify(key, token).caller().orElseThrow().accountId();
    }
}
