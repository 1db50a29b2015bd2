package io.housemates.acceptance.erasure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds many texts at once in any bytes, in every disguise and in any letter case. */
final class Search {

    /** So many bytes decide whether a place is looked at closely. */
    private static final int HEAD = 3;

    private record Wanted(String text, String disguise, byte[] bytes) {
    }

    private final BitSet heads = new BitSet(1 << 24);
    private final Map<Integer, List<Wanted>> byHead = new HashMap<>();

    Search(Collection<String> texts) {
        texts.forEach(text -> Disguises.of(text).forEach((disguise, bytes) -> {
            byte[] lower = lower(bytes.clone());
            heads.set(head(lower, 0));
            byHead.computeIfAbsent(head(lower, 0), head -> new ArrayList<>()).add(new Wanted(text, disguise, lower));
        }));
    }

    /** @return what was found, for people: text and disguise */
    Set<String> in(byte[] bytes) {
        byte[] place = lower(bytes.clone());
        Set<String> found = new TreeSet<>();
        for (int i = 0; i <= place.length - HEAD; i++) {
            int head = head(place, i);
            if (heads.get(head)) {
                for (Wanted wanted : byHead.get(head)) {
                    int end = i + wanted.bytes.length;
                    if (end <= place.length && Arrays.equals(place, i, end, wanted.bytes, 0, wanted.bytes.length)) {
                        found.add(wanted.text + " as " + wanted.disguise);
                    }
                }
            }
        }
        return found;
    }

    /** All files under the directory, whatever they are; found is told as file: text and disguise. */
    List<String> under(Path directory) {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted()
                    .flatMap(file -> in(file).stream().map(found -> directory.relativize(file) + ": " + found)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> in(Path file) {
        try {
            return in(Files.readAllBytes(file));
        } catch (NoSuchFileException gone) {
            return Set.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int head(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 16 | (bytes[at + 1] & 0xff) << 8 | bytes[at + 2] & 0xff;
    }

    private static byte[] lower(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] >= 'A' && bytes[i] <= 'Z') {
                bytes[i] += 'a' - 'A';
            }
        }
        return bytes;
    }
}
