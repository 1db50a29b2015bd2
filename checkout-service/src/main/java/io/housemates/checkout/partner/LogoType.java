package io.housemates.checkout.partner;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The kinds of picture that a logo may be; not SVG, which is a program as much as a picture. */
enum LogoType {

    PNG("image/png", "png", "\u0089PNG\r\n\u001a\n"),
    JPEG("image/jpeg", "jpg", "\u00ff\u00d8\u00ff"),
    WEBP("image/webp", "webp", "RIFF....WEBP");

    private static final int LONGEST_START = 12;

    private final String mediaType;
    private final String ending;
    private final Pattern start;

    /** @param start of every such file, a byte a character */
    LogoType(String mediaType, String ending, String start) {
        this.mediaType = mediaType;
        this.ending = ending;
        this.start = Pattern.compile(start, Pattern.DOTALL);
    }

    String mediaType() {
        return mediaType;
    }

    /** Where a logo is served; other bytes have another path, so that it may be cached for ever. */
    String path(String sha256) {
        return "/brand/logos/" + sha256 + "." + ending;
    }

    static LogoType ofMediaType(String mediaType) {
        return Arrays.stream(values()).filter(type -> type.mediaType.equals(mediaType)).findFirst().orElseThrow();
    }

    static LogoType ofEnding(String ending) {
        return Arrays.stream(values()).filter(type -> type.ending.equals(ending)).findFirst().orElseThrow();
    }

    /** By the file's first bytes: what a client calls it does not count. */
    static Optional<LogoType> ofFile(byte[] file) {
        String head = new String(file, 0, Math.min(file.length, LONGEST_START), ISO_8859_1);
        return Arrays.stream(values()).filter(type -> type.start.matcher(head).lookingAt()).findFirst();
    }
}
