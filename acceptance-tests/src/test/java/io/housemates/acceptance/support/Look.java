package io.housemates.acceptance.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;

/** A look at a page: a picture of it in {@code target/screenshots}, and whether everybody can use it. */
public final class Look {

    private static final Path PICTURES = Path.of("target/screenshots");
    private static final String AXE = read("/axe.min.js");
    /** WCAG 2.2 AA and what axe recommends beside it. */
    private static final String VIOLATIONS = """
            () => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
                .then(result => result.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' ')))""";
    /** Links within text are exempt from the size. Source: WCAG 2.2, 2.5.8; ours is 44 pixels where it asks for 24. */
    private static final String SMALL_TARGETS = """
            () => [...document.querySelectorAll('button:not([tabindex="-1"]), a.button, a.back, input:not([type=hidden]), select, .choice label')]
                .filter(e => e.checkVisibility() && e.type !== 'radio')
                .filter(e => e.getBoundingClientRect().height < 44).map(e => e.outerHTML.slice(0, 100))""";

    /** After two frames, by when the browser has counted what moved. */
    private static final String MOVED = """
            () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(window.moved))))""";

    private Look() {
    }

    /** At a page that was opened: nothing moved meanwhile, and anybody can use it. */
    @SuppressWarnings("unchecked")
    public static void at(Page page, String name) {
        page.waitForLoadState();
        assertThat((List<String>) page.evaluate(MOVED)).as("what moves on " + name).isEmpty();
        atAnswer(page, name);
    }

    /** At what a page shows after the student did something: axe is content, everything can be tapped, nothing sticks out. */
    @SuppressWarnings("unchecked")
    public static void atAnswer(Page page, String name) {
        picture(page, name);
        page.evaluate(AXE);
        assertThat((List<String>) page.evaluate(VIOLATIONS)).as("axe on " + name).isEmpty();
        assertThat((List<String>) page.evaluate(SMALL_TARGETS)).as("too small to tap on " + name).isEmpty();
        assertThat((int) page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("what sticks out sideways on " + name).isZero();
    }

    /** Of pages that run no script, which could tell nothing about themselves. */
    public static void picture(Page page, String name) {
        page.screenshot(new ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
    }

    private static String read(String resource) {
        try (InputStream file = Look.class.getResourceAsStream(resource)) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
