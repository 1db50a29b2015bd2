package io.housemates.checkout.room;

import io.housemates.platform.api.PageRequest;

/** A list's own address up to {@code page=}, with the filters that made it. */
final class PageAddress {

    private PageAddress() {
    }

    /** @param query as it was sent, null where there was none */
    static String of(String path, String query, PageRequest page) {
        StringBuilder address = new StringBuilder(path).append('?');
        for (String part : query == null ? new String[0] : query.split("&")) {
            if (!part.isEmpty() && !part.startsWith("page=") && !part.startsWith("per_page=")) {
                address.append(part).append('&');
            }
        }
        return address.append("per_page=").append(page.perPage()).append("&page=").toString();
    }
}
