package io.housemates.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Where a run took place. */
final class Machine {

    private Machine() {
    }

    static String description() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return "%s UTC; %s, %d cores, %d GiB; %s; Java %s; load average %.1f at the start".formatted(
                LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES), processor(),
                system.getAvailableProcessors(), system.getTotalMemorySize() >> 30,
                System.getProperty("os.name"), Runtime.version().feature(), system.getSystemLoadAverage());
    }

    private static String processor() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name")).findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 2)).orElse(System.getProperty("os.arch"));
        } catch (IOException notLinux) {
            return System.getProperty("os.arch");
        }
    }
}
