package io.housemates.dispatcher.inbox;

import io.housemates.dispatcher.event.OpenedBody;
import io.housemates.dispatcher.event.OutgoingEvent;

/**
 * A Kafka event that was understood.
 *
 * @param sourceId the CloudEvent's id, by which redelivery is noticed
 * @param opened for its first attempts
 * @param misfit why it must not leave, or null
 */
record ReadEvent(String sourceId, OutgoingEvent event, OpenedBody opened, String misfit) {
}
