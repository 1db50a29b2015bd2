package io.housemates.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.housemates.acceptance.support.SharedStack;

/** What can be set is written down once and passed on by what deploys the services. */
class DeploymentTest {

    private static final Pattern NAME = Pattern.compile("`([A-Z][A-Z_]+)`");
    /** Ports are the containers' own there, and so are the services' places. */
    private static final Set<String> FIXED = Set.of("HTTP_PORT", "MANAGEMENT_PORT");

    @Test
    void passesOnEverySettingFromDotEnv() throws IOException {
        String compose = read("docker-compose.yml");
        String example = read(".env.example");
        assertThat(settings()).hasSizeGreaterThan(20).allSatisfy(name -> {
            assertThat(compose).containsPattern("(?m)^ +" + name + ":");
            if (compose.contains("${" + name) || compose.contains(" " + name + ":\n")) {
                assertThat(example).containsPattern("(?m)^#?" + name + "=");
            }
        });
    }

    /** Of the README's table; files need a volume. */
    private static Set<String> settings() throws IOException {
        return read("README.md").lines().filter(line -> line.startsWith("| `")).map(line -> line.split("\\|")[1])
                .flatMap(names -> NAME.matcher(names).results()).map(found -> found.group(1))
                .filter(name -> !name.endsWith("_FILE") && !FIXED.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(String file) throws IOException {
        return Files.readString(SharedStack.root().resolve(file));
    }
}
