package io.housemates.platform.api;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;

/** How large a request body may be: small everywhere but on the paths that take documents and pictures. */
@ApplicationScoped
class BodyLimit {

    private final long usual;
    private final Map<Pattern, Long> larger;

    BodyLimit(Sizes sizes) {
        usual = sizes.maxBodySize().asLongValue();
        larger = sizes.largerBodySize().entrySet().stream()
                .collect(Collectors.toMap(size -> paths(size.getKey()), size -> size.getValue().asLongValue()));
    }

    /** Bytes. */
    long of(String path) {
        return larger.entrySet().stream().filter(size -> size.getKey().matcher(path).matches()).map(Map.Entry::getValue)
                .findFirst().orElse(usual);
    }

    private static Pattern paths(String pattern) {
        return Pattern.compile(Pattern.quote(pattern).replace("*", "\\E[^/]+\\Q"));
    }

    /** What bodies may have, never above {@code quarkus.http.limits.max-body-size}. */
    @ConfigMapping(prefix = "housemates.http")
    interface Sizes {

        /** Wherever nothing else is said. */
        MemorySize maxBodySize();

        /** By path, in which a star stands for one part, an id for example. */
        Map<String, MemorySize> largerBodySize();
    }
}
