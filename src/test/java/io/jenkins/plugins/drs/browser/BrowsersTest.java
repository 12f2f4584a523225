package io.jenkins.plugins.drs.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowsersTest {
    @TempDir
    private Path folder;

    @Test
    void shouldSkipTestsAndSayWhatToInstallWhereThereIsNoBrowser() {
        var condition = Browsers.condition(folder + File.pathSeparator + folder.resolve("missing"));

        assertThat(condition.isDisabled()).isTrue();
        assertThat(condition.getReason()).hasValueSatisfying(reason -> assertThat(reason)
                .contains("no chromium or google-chrome", "apt-get install chromium"));
        assertThat(Browsers.condition(null).isDisabled()).isTrue();
    }

    @Test
    void shouldRunTestsWithABrowserOnThePath() throws IOException {
        Path program = Files.createFile(folder.resolve("chromium"));
        assertThat(program.toFile().setExecutable(true)).isTrue();

        assertThat(Browsers.condition(folder.toString()).isDisabled()).isFalse();
    }
}
