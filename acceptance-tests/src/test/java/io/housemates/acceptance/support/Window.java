package io.housemates.acceptance.support;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

/** A browser window without memory of others, and what goes on in it: who is asked, and what the browser complains about. */
public final class Window implements AutoCloseable {

    /** Notes what moves without the student having touched anything, as Chromium counts it for Cumulative Layout Shift. */
    private static final String WATCH = """
            window.moved = []
            const name = source => source.node ? source.node.nodeName + '.' + source.node.className : 'something'
            new PerformanceObserver(list => list.getEntries().filter(shift => !shift.hadRecentInput)
                .forEach(shift => window.moved.push(shift.value.toFixed(4) + ' ' + shift.sources.map(name).join(' '))))
                .observe({ type: 'layout-shift', buffered: true })""";

    private final BrowserContext context;
    private final Set<String> hosts = ConcurrentHashMap.newKeySet();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    Window(BrowserContext context) {
        this.context = context;
        context.setDefaultTimeout(30_000);
        context.addInitScript(WATCH);
        context.onRequest(request -> hosts.add(URI.create(request.url()).getAuthority()));
        context.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        context.onWebError(error -> complaints.add(error.error()));
    }

    public Page tab() {
        return context.newPage();
    }

    /** Host and port of everything that was asked for. */
    public Set<String> hosts() {
        return hosts;
    }

    /** Broken scripts, and what the content policy kept from happening. */
    public List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        context.close();
    }
}
