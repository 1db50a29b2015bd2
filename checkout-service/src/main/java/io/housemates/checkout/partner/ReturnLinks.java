package io.housemates.checkout.partner;

import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;

/** Where students go after a hosted checkout: the partner's return URL with a result that the partner can trust. */
@ApplicationScoped
public class ReturnLinks {

    /** Long enough for clocks that differ and slow pages, short enough that a link found later proves nothing. */
    private static final Duration VALID = Duration.ofMinutes(10);

    private static final Pattern RESULT = Pattern.compile("[^#]*\\?([^#]*&)?result(=|&|#|$).*");

    private final ReturnKeys keys;
    private final String issuer;
    private final Clock clock;

    ReturnLinks(ReturnKeys keys, @ConfigProperty(name = "housemates.checkout.public-url") String issuer, Clock clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.clock = clock;
    }

    /**
     * The return URL with {@code result=<JWT>} added to its query.
     *
     * @param returnUrl a {@link Branding}'s, not null
     */
    public String to(String returnUrl, ReturnResult result) {
        int fragment = returnUrl.indexOf('#');
        String address = fragment < 0 ? returnUrl : returnUrl.substring(0, fragment);
        return address + separator(address) + "result=" + keys.sign(claims(result)) + returnUrl.substring(address.length());
    }

    /** Whether an address has a parameter of that name already. */
    static boolean carriesResult(String address) {
        return RESULT.matcher(address).matches();
    }

    private static String separator(String address) {
        if (address.indexOf('?') < 0) {
            return "?";
        }
        return address.endsWith("?") || address.endsWith("&") ? "" : "&";
    }

    private JwtClaims claims(ReturnResult result) {
        long now = clock.instant().getEpochSecond();
        var claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(result.partnerId());
        claims.setIssuedAt(NumericDate.fromSeconds(now));
        claims.setExpirationTime(NumericDate.fromSeconds(now + VALID.toSeconds()));
        claims.setStringClaim("session_id", result.sessionId());
        claims.setStringClaim("status", result.status().wireName());
        if (result.bookingId() != null) {
            claims.setStringClaim("booking_id", result.bookingId());
        }
        return claims;
    }
}
