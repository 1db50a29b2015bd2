package io.housemates.dispatcher.inbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import io.housemates.platform.event.CloudEvent;
import io.housemates.platform.event.UnreadableEventException;
import io.housemates.platform.inbox.Failures;
import io.housemates.platform.privacy.KeyRing;

/**
 * What a batch of records holds for partners, each event once and in order.
 *
 * @param unreadable with the reasons
 */
record Arrivals(List<Arrival> events, Map<ConsumerRecord<String, byte[]>, String> unreadable) {

    static Arrivals of(Iterable<ConsumerRecord<String, byte[]>> records, EventReader reader) {
        Map<String, Arrival> events = new LinkedHashMap<>();
        Map<ConsumerRecord<String, byte[]>, String> unreadable = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                reader.read(CloudEvent.of(record))
                        .ifPresent(event -> events.putIfAbsent(event.sourceId(), new Arrival(record, event)));
            } catch (UnreadableEventException e) {
                unreadable.put(record, e.getMessage());
            } catch (RuntimeException e) {
                unreadable.put(record, Failures.reason(e));
            }
        }
        return new Arrivals(List.copyOf(events.values()), unreadable);
    }

    /**
     * Those that can be stored now, and those that miss their key or stand behind another event of their booking that waits.
     */
    record Split(List<Arrival> ready, List<Arrival> late) {

        /** @param waiting order keys of which an event waits already */
        static Split of(List<Arrival> events, KeyRing ring, Set<String> waiting) {
            List<Arrival> ready = new ArrayList<>();
            List<Arrival> late = new ArrayList<>();
            Set<String> behind = new HashSet<>(waiting);
            for (Arrival arrival : events) {
                if (behind.contains(arrival.orderKey()) || missesKey(arrival, ring)) {
                    behind.add(arrival.orderKey());
                    late.add(arrival);
                } else {
                    ready.add(arrival);
                }
            }
            return new Split(ready, late);
        }

        private static boolean missesKey(Arrival arrival, KeyRing ring) {
            return arrival.event().sealed() != null && !ring.knows(arrival.event().keyId());
        }
    }
}
