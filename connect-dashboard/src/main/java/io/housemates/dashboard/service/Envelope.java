package io.housemates.dashboard.service;

/** Every good answer of the services; what it carries is in {@code data}. */
public record Envelope<T>(T data) {
}
