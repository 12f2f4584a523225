package io.jenkins.plugins.drs.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests reports in a browser that is on the machine, one for all of them. Where there is none they are skipped, and say what
 * to install.
 */
public final class Browsers implements ExecutionCondition, ParameterResolver {
    private static final List<String> NAMES = List.of("chromium", "google-chrome", "chromium-browser", "chrome");
    private static final List<String> OPTIONS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    /** In milliseconds: a busy machine is slow, but not wrong. */
    private static final double PATIENCE = 120_000;

    private static final String MISSING = "Skipped: there is no chromium or google-chrome on the PATH."
            + " Install one (Debian: apt-get install chromium) to test pages in a real browser.";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Reports.class;
    }

    /** A class whose tests need a browser is skipped as a whole: an assumption within a resolver would be an error. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        ConditionEvaluationResult result = condition(System.getenv("PATH"));
        if (result.isDisabled()) {
            System.out.println(MISSING);
        }
        return result;
    }

    static ConditionEvaluationResult condition(String path) {
        return program(path)
                .map(program -> ConditionEvaluationResult.enabled("Pages are opened with " + program))
                .orElseGet(() -> ConditionEvaluationResult.disabled(MISSING));
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Path program = program(System.getenv("PATH")).orElseThrow();
        return context.getRoot()
                .getStore(Namespace.create(Browsers.class))
                .getOrComputeIfAbsent(Running.class, key -> new Running(program), Running.class)
                .reports;
    }

    private static Optional<Path> program(String path) {
        return NAMES.stream()
                .flatMap(name -> Arrays.stream(
                                Objects.requireNonNullElse(path, "").split(File.pathSeparator))
                        .filter(folder -> !folder.isEmpty())
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The browser; ends with the tests. */
    private static final class Running implements AutoCloseable {
        private final Playwright playwright;
        private final Browser browser;
        private final Reports reports;

        Running(Path program) {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(program)
                            .setArgs(OPTIONS)
                            .setTimeout(PATIENCE));
            reports = new Reports(browser);
        }

        @Override
        public void close() {
            reports.close();
            browser.close();
            playwright.close();
        }
    }
}
