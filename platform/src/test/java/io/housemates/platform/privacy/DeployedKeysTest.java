package io.housemates.platform.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.google.crypto.tink.prf.PrfSet;

/** The scripts in {@code deploy/} make keysets that the services take; no step of a rotation locks a service out. */
class DeployedKeysTest {

    private static final Path DEPLOY = Path.of("..", "deploy").toAbsolutePath().normalize();
    private static final byte[] CLEAR = "Ann Lee".getBytes(UTF_8);

    @BeforeAll
    static void needsItsPrograms() {
        assumeTrue(isInstalled("openssl") && isInstalled("jq"), "openssl or jq is not installed");
    }

    @Test
    void opensWhatWasSealedBeforeEachStep() throws Exception {
        String first = run("new-env", "");
        String added = run("rotate-key", first, "add", "PERSONAL_DATA_KEYSET");
        String promoted = run("rotate-key", added, "promote", "PERSONAL_DATA_KEYSET");
        String dropped = run("rotate-key", promoted, "drop", "PERSONAL_DATA_KEYSET");

        byte[] old = key(first).seal(CLEAR, "somewhere");
        assertThat(key(added).open(old, "somewhere")).isEqualTo(CLEAR);
        assertThat(key(first).open(key(added).seal(CLEAR, "somewhere"), "somewhere")).isEqualTo(CLEAR);
        byte[] renewed = key(promoted).seal(CLEAR, "somewhere");
        assertThat(key(added).open(renewed, "somewhere")).isEqualTo(CLEAR);
        assertThat(key(promoted).open(old, "somewhere")).isEqualTo(CLEAR);
        assertThat(key(dropped).open(renewed, "somewhere")).isEqualTo(CLEAR);
        assertThatThrownBy(() -> key(dropped).open(old, "somewhere")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void touchesNothingButTheNamedOne() throws Exception {
        String first = run("new-env", "");
        for (String name : List.of("WEBHOOK_KEYSET", "BLIND_INDEX_KEYSET", "RETURN_KEYS")) {
            String added = run("rotate-key", first, "add", name);
            assertThat(others(added, name)).isEqualTo(others(first, name));
            assertThat(value(added, name)).isNotEqualTo(value(first, name)).hasSizeGreaterThan(value(first, name).length());
        }
    }

    @Test
    void findsUnderOldAndNewKeysAfterARotation() throws Exception {
        String first = run("new-env", "");
        String added = run("rotate-key", first, "add", "BLIND_INDEX_KEYSET");
        String promoted = run("rotate-key", added, "promote", "BLIND_INDEX_KEYSET");

        assertThat(prfs(first).getPrfs()).hasSize(1);
        assertThat(prfs(promoted).getPrfs()).hasSize(2).containsKey(prfs(first).getPrimaryId());
        assertThat(prfs(promoted).getPrimaryId()).isNotEqualTo(prfs(first).getPrimaryId());
    }

    private static PrfSet prfs(String env) {
        return ConfiguredKeyset.of("BLIND_INDEX_KEYSET", value(env, "BLIND_INDEX_KEYSET")).prfs();
    }

    private static KeyEncryptionKey key(String env) {
        return new KeyEncryptionKey(ConfiguredKeyset.of("PERSONAL_DATA_KEYSET", value(env, "PERSONAL_DATA_KEYSET")));
    }

    private static String value(String env, String name) {
        String line = env.lines().filter(each -> each.startsWith(name + "=")).findFirst().orElseThrow();
        return line.substring(name.length() + 2, line.length() - 1);
    }

    private static List<String> others(String env, String name) {
        return env.lines().filter(line -> !line.startsWith(name + "=")).toList();
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static String run(String script, String input, String... arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Stream.concat(Stream.of(DEPLOY.resolve(script).toString()), Stream.of(arguments))
                .toList()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var out = process.getOutputStream()) {
            out.write(input.getBytes(UTF_8));
        }
        String answer = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(script).isZero();
        return answer;
    }
}
