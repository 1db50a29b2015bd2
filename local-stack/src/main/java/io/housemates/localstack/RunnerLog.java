package io.housemates.localstack;

import java.nio.file.Path;

/** Sends what Kafka, PostgreSQL's runner and the simulator log to a file; the terminal belongs to the person in front of it. */
public final class RunnerLog {

    private RunnerLog() {
    }

    /** Works only before the first logger is made: the log manager reads these properties once. */
    public static void writeTo(Path file) {
        System.setProperty("housemates.log", file.toString());
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        System.setProperty("logging.configuration", RunnerLog.class.getResource("runner-logging.properties").toString());
    }
}
