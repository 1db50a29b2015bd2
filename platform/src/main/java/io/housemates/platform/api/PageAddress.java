package io.housemates.platform.api;

import jakarta.ws.rs.core.UriInfo;

/** A list's own address up to {@code page=}, with the filters that made it: what {@link Page} links to its neighbours by. */
public final class PageAddress {

    private PageAddress() {
    }

    public static String of(UriInfo uri, PageRequest page) {
        return of(uri.getRequestUri().getRawPath(), uri.getRequestUri().getRawQuery(), page);
    }

    /** @param query as it was sent, null where there was none */
    public static String of(String path, String query, PageRequest page) {
        StringBuilder address = new StringBuilder(path).append('?');
        for (String part : query == null ? new String[0] : query.split("&")) {
            if (!part.isEmpty() && !part.startsWith("page=") && !part.startsWith("per_page=")) {
                address.append(part).append('&');
            }
        }
        return address.append("per_page=").append(page.perPage()).append("&page=").toString();
    }
}
