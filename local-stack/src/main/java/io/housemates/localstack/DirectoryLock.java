package io.housemates.localstack;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps two stacks out of one directory; the operating system lets go of it when a run dies. */
record DirectoryLock(FileChannel file) implements AutoCloseable {

    static DirectoryLock on(Path directory) {
        try {
            Files.createDirectories(directory);
            FileChannel file = FileChannel.open(directory.resolve("lock"), CREATE, WRITE);
            if (lock(file)) {
                return new DirectoryLock(file);
            }
            file.close();
        } catch (IOException e) {
            throw new StackException("Cannot use " + directory + ": " + e.getMessage(), e);
        }
        throw new StackException("Another bin/run is using " + directory + ". End it with Ctrl-C in its terminal.");
    }

    private static boolean lock(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new StackException("The lock was not released", e);
        }
    }
}
