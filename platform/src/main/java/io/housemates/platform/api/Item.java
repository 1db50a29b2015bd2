package io.housemates.platform.api;

/** The answer to reading one thing: {@code data.item}. */
public record Item<T>(T item) {

    public static <T> Envelope<Item<T>> of(T item) {
        return Envelope.ok(new Item<>(item));
    }
}
