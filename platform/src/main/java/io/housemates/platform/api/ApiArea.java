package io.housemates.platform.api;

/** Whose credentials a path asks for; a path in neither area is open to everybody. */
public enum ApiArea {

    PARTNERS("/api/"),
    ADMIN("/admin/");

    private final String prefix;

    ApiArea(String prefix) {
        this.prefix = prefix;
    }

    public boolean contains(String path) {
        return path.startsWith(prefix);
    }
}
