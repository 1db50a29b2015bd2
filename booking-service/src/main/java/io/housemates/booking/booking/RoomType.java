package io.housemates.booking.booking;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * The room that was sold, as it was when the checkout started.
 *
 * @param propertyCountry ISO 3166-1 alpha-2, or null
 */
@Embeddable
public record RoomType(@Column(name = "room_id") String id, @Column(name = "room_name") String name, String propertyId,
        String propertyName, String propertyCountry, UUID operatorId) {
}
