package io.housemates.acceptance.support;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;

/**
 * A Chromium of its own for one class of tests; its windows share nothing with each other. Every name under
 * {@code housemates.example} is this machine, for checkout hosts of partners' own.
 */
public final class Browser implements AutoCloseable {

    private static final List<String> QUIET = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--host-resolver-rules=MAP *.housemates.example 127.0.0.1");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser() {
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright.chromium().launch(new LaunchOptions().setExecutablePath(installed()).setArgs(QUIET));
    }

    public static Browser open() {
        return new Browser();
    }

    /** In British English, on a screen of the given size. */
    public Window window(int width, int height) {
        return window(width, height, options -> options);
    }

    public Window window(int width, int height, UnaryOperator<NewContextOptions> special) {
        return new Window(chromium.newContext(
                special.apply(new NewContextOptions().setViewportSize(width, height).setLocale("en-GB"))));
    }

    public Window phone() {
        return window(375, 720);
    }

    /** The one that the operating system installed: nothing is downloaded. */
    private static Path installed() {
        return Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, "chromium"))
                .filter(Files::isExecutable).findFirst()
                .orElseThrow(() -> new IllegalStateException("Browser tests need Chromium; bin/test installs it on Debian"));
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
