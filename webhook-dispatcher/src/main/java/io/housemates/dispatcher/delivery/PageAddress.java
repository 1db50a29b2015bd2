package io.housemates.dispatcher.delivery;

import jakarta.ws.rs.core.UriInfo;

import io.housemates.platform.api.PageRequest;

/** A list's own address up to {@code page=}, with the filters that made it. */
final class PageAddress {

    private PageAddress() {
    }

    static String of(UriInfo uri, PageRequest page) {
        StringBuilder address = new StringBuilder(uri.getRequestUri().getRawPath()).append('?');
        String query = uri.getRequestUri().getRawQuery();
        if (query != null) {
            for (String part : query.split("&")) {
                if (!part.startsWith("page=") && !part.startsWith("per_page=") && !part.isEmpty()) {
                    address.append(part).append('&');
                }
            }
        }
        return address.append("per_page=").append(page.perPage()).append("&page=").toString();
    }
}
