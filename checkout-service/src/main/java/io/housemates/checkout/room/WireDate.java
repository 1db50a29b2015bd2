package io.housemates.checkout.room;

import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/** Days as the REST API writes them: 31-12-2026. */
final class WireDate {

    static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("dd-MM-uuuu").withResolverStyle(ResolverStyle.STRICT);

    private WireDate() {
    }
}
