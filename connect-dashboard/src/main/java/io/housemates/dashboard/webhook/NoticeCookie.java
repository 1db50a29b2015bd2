package io.housemates.dashboard.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;

import io.housemates.dashboard.session.Cookies;
import io.housemates.dashboard.session.Seal;

/**
 * Carries a notice, sealed, from a form to the page after it, which takes it away: that is how a new secret is shown once,
 * and why reloading the page neither repeats it nor makes a second webhook.
 */
@ApplicationScoped
class NoticeCookie {

    static final String NAME = "connect_notice";

    private static final String SEPARATOR = "\n";

    private final Seal seal;
    private final Cookies cookies;

    NoticeCookie(Seal seal, Cookies cookies) {
        this.seal = seal;
        this.cookies = cookies;
    }

    NewCookie with(Notice notice) {
        return cookies.make(NAME, seal.close(NAME, notice.text() + SEPARATOR + notice.secret()));
    }

    /** Null for null, and for what is none of ours. */
    Notice read(String value) {
        return value == null ? null
                : seal.open(NAME, value).map(content -> content.split(SEPARATOR, 2))
                        .map(parts -> new Notice(parts[0], parts[1])).orElse(null);
    }

    NewCookie taken() {
        return cookies.remove(NAME);
    }
}
