package io.housemates.checkout.partner;

import java.util.Arrays;

/** The kinds of picture that a logo may be; not SVG, which is a program as much as a picture. */
enum LogoType {

    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg"),
    WEBP("image/webp", "webp");

    private final String mediaType;
    private final String ending;

    LogoType(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    String mediaType() {
        return mediaType;
    }

    /** Where a logo is served; other bytes have another path, so that it may be cached for ever. */
    String path(String sha256) {
        return "/brand/logos/" + sha256 + "." + ending;
    }

    static LogoType of(String mediaType) {
        return Arrays.stream(values()).filter(type -> type.mediaType.equals(mediaType)).findFirst().orElseThrow();
    }
}
