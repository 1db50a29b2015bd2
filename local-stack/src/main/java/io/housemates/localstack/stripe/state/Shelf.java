package io.housemates.localstack.stripe.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All objects of one type in the order they were made, in memory and in the journal; used on the event loop only. */
public final class Shelf<T extends StripeObject> {

    private final List<T> objects = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private final Journal journal;

    public Shelf(Journal journal, String kind, Class<T> type) {
        this.journal = journal;
        journal.takeRestored(kind).forEach(tree -> place(Json.read(tree, type)));
    }

    /** Adds the object, or keeps its changes. */
    public void put(T object) {
        place(object);
        journal.append(object);
    }

    public Optional<T> find(String id) {
        return Optional.ofNullable(positions.get(id)).map(objects::get);
    }

    public Stream<T> oldestFirst() {
        return objects.stream();
    }

    public Stream<T> newestFirst() {
        int size = objects.size();
        return IntStream.range(0, size).mapToObj(i -> objects.get(size - 1 - i));
    }

    public int size() {
        return objects.size();
    }

    public void clear() {
        objects.clear();
        positions.clear();
    }

    private void place(T object) {
        Integer position = positions.putIfAbsent(object.id(), objects.size());
        if (position == null) {
            objects.add(object);
        } else {
            objects.set(position, object);
        }
    }
}
