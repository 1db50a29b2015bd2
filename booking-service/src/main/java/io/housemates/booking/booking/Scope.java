package io.housemates.booking.booking;

/**
 * Whose bookings a caller may see and change.
 *
 * @param partnerId null for all partners
 */
record Scope(String partnerId, Actor actor) {

    static Scope ofPartner(String partnerId) {
        return new Scope(partnerId, Actor.PARTNER);
    }

    static Scope ofAdmin() {
        return new Scope(null, Actor.ADMIN);
    }

    static Scope ofRetention() {
        return new Scope(null, Actor.RETENTION);
    }

    boolean covers(Booking booking) {
        return partnerId == null || partnerId.equals(booking.partnerId());
    }
}
