package io.housemates.dashboard.service;

/** The answer to reading one thing. */
public record Item<T>(T item) {
}
