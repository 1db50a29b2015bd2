package io.housemates.dispatcher.egress;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * A subscribed URL taken apart: what is resolved, what is put in the Host header and the TLS handshake, and what is requested.
 */
public record Destination(boolean tls, String host, int port, String requestTarget) {

    /** @throws EgressRefused when the URL is not absolute http(s) or carries user info, a fragment or an odd host */
    public static Destination parse(String url) {
        URI uri = uri(url);
        boolean tls = "https".equalsIgnoreCase(uri.getScheme());
        if (!tls && !"http".equalsIgnoreCase(uri.getScheme())) {
            throw new EgressRefused("the URL is not https");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new EgressRefused("the URL carries user info or a fragment");
        }
        if (uri.getHost() == null && uri.getRawAuthority() != null && !uri.getRawAuthority().chars().allMatch(c -> c < 128)) {
            throw new EgressRefused("the host is not written in ASCII; give its punycode form");
        }
        String host = HostName.normalise(uri.getHost());
        return new Destination(tls, host, port(uri, tls), target(uri));
    }

    private static URI uri(String url) {
        try {
            URI given = new URI(url);
            return given.getHost() == null ? given : new URI(given.toASCIIString());
        } catch (URISyntaxException malformed) {
            throw new EgressRefused("the URL is malformed");
        }
    }

    private static int port(URI uri, boolean tls) {
        int port = uri.getPort();
        if (port == 0 || port > 65535) {
            throw new EgressRefused("the port is not valid");
        }
        return port > 0 ? port : tls ? 443 : 80;
    }

    private static String target(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
