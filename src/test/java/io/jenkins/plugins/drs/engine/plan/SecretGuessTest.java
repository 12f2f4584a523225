package io.jenkins.plugins.drs.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretGuessTest {
    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource({
        "Password, hunter2, true",
        "dbPwd, hunter2, true",
        "ApiKey, 0123456789, true",
        "api_token, abcdef, true",
        "Anything, AKIAIOSFODNN7EXAMPLE, true",
        "Url, https://user:pass@host/path, true",
        "Key, -----BEGIN RSA PRIVATE KEY-----, true",
        "Header, Bearer eyJhbGciOiJI.eyJzdWIiOiIx.abc, true",
        "Password, {{resolve:secretsmanager:db:SecretString:password}}, false",
        "Password, postgres {{resolve:ssm-secure:/pw}}, false",
        "Password, '', false",
        "RotateToken, true, false",
        "SecretArn, arn:aws:secretsmanager:us-east-1:1:secret:x, false",
        "SecretName, shop/db, false",
        "TokenUrl, https://host/token, false",
        "Mode, fast, false",
        "InstanceId, i-1234567890abcdef0, false",
        "Contact, mailto:someone@example.com, false"
    })
    void shouldGuessByNameAndForm(String name, String value, boolean secret) {
        assertThat(SecretGuess.looksSecret(name, value)).isEqualTo(secret);
    }
}
