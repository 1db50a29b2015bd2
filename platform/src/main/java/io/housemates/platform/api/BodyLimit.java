package io.housemates.platform.api;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.configuration.MemorySize;

/** How large a request body may be: small everywhere but on the paths that take documents. */
@ApplicationScoped
class BodyLimit {

    private final long usual;
    private final long large;
    private final List<String> largePaths;

    BodyLimit(@ConfigProperty(name = "housemates.http.max-body-size") MemorySize usual,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize large,
            @ConfigProperty(name = "housemates.http.large-body-paths") Optional<List<String>> largePaths) {
        this.usual = usual.asLongValue();
        this.large = large.asLongValue();
        this.largePaths = largePaths.orElse(List.of());
    }

    /** Bytes. */
    long of(String path) {
        return largePaths.contains(path) ? large : usual;
    }
}
