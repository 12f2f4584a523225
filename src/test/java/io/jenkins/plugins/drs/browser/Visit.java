package io.jenkins.plugins.drs.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One page in a window of its own; notes what it asks for and what it would pop up. */
final class Visit implements AutoCloseable {
    /** In milliseconds: a busy machine is slow, but not wrong. */
    private static final double PATIENCE = 120_000;

    private static final String AXE = read("/axe.min.js");
    private static final String RUN_AXE = """
            () => axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']}).then(result =>
              result.violations.map(it => it.id + ': ' + it.help + ' ' +
                it.nodes.slice(0, 3).map(node => node.target.join(' ')).join(', ')))
            """;

    private final BrowserContext context;
    private final Page page;
    private final List<String> dialogs = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();

    Visit(Browser browser, Browser.NewContextOptions options, String address) {
        context = browser.newContext(options);
        context.setDefaultTimeout(PATIENCE);
        page = context.newPage();
        page.onDialog(dialog -> {
            dialogs.add(dialog.message());
            dialog.dismiss();
        });
        page.onRequest(request -> requests.add(request.url()));
        page.navigate(address);
    }

    static Browser.NewContextOptions window(ColorScheme scheme) {
        return new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(1280, 900);
    }

    Page page() {
        return page;
    }

    List<String> dialogs() {
        return dialogs;
    }

    /** Addresses that were asked for, the page's own first. */
    List<String> requests() {
        return requests;
    }

    /** What axe-core finds wrong with the page as it stands; scripts must be allowed to run. */
    @SuppressWarnings("unchecked")
    List<String> problemsOfAccessibility() {
        page.evaluate(AXE);
        return (List<String>) page.evaluate(RUN_AXE);
    }

    /** Keeps a picture below {@code target/browser}, for people to look at. */
    void picture(String name, boolean whole) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "browser", name + ".png"))
                .setFullPage(whole));
    }

    private static String read(String resource) {
        try (InputStream in = Visit.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
