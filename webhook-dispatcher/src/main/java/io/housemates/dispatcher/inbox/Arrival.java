package io.housemates.dispatcher.inbox;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** An event that was understood, and the record it came in. */
record Arrival(ConsumerRecord<String, byte[]> record, ArrivedEvent event) {

    String orderKey() {
        return event.orderKey();
    }

    @Override
    public String toString() {
        return event.toString();
    }
}
