package io.jenkins.plugins.drs.plugin.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.plugin.run.AccessChoice.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredRequestTest {
    @TempDir
    private Path folder;

    private static StoredRequest request(AccessChoice credentials) {
        return new StoredRequest(
                1,
                "drs-1",
                Instant.parse("2026-01-01T00:00:00Z"),
                new BuildRef("dr/Shop drill", 7),
                "node-3",
                "drs/shop",
                new StoredRequest.Plan("Shop", Mode.DRILL, Set.of()),
                new StoredRequest.Access(credentials, Optional.empty(), false),
                Optional.empty(),
                true,
                false);
    }

    @Test
    void shouldRememberTheScopeOfCredentialsAfterARestart() throws IOException {
        AccessChoice chosen = new AccessChoice(Source.CREDENTIALS, Optional.of("aws-dr"), Optional.of("/dr"));
        request(chosen).write(folder);

        assertThat(StoredRequest.read(folder).access().credentials()).isEqualTo(chosen);
    }

    @Test
    void shouldKnowNoScopeOfCredentialsThatAnEarlierVersionChose() throws IOException {
        request(new AccessChoice(Source.CREDENTIALS, Optional.of("aws-dr"), Optional.of("/dr")))
                .write(folder);
        Path file = folder.resolve("request.json");
        String earlier = Files.readString(file).replaceAll(",\\s*\"scope\" : \"/dr\"", "");
        Files.writeString(file, earlier);

        assertThat(earlier).doesNotContain("scope");
        assertThat(StoredRequest.read(folder).access().credentials().scope()).isEmpty();
    }
}
