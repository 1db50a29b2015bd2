package io.housemates.booking.booking;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestQuery;

/** The query string of a list of bookings, as it came. */
public class BookingListRequest {

    @Context
    public UriInfo uri;

    /** From 1; the first 10,000 bookings can be reached by page, all by {@code cursor}. */
    @RestQuery
    public String page;

    /** 1 to 100, default 10. */
    @RestQuery("per_page")
    public String perPage;

    /** Taken from {@code links.next}: goes on behind that row, whatever has arrived since. */
    @RestQuery
    public String cursor;

    /** confirmed or cancelled. */
    @RestQuery("filter[status]")
    public String status;

    @RestQuery("filter[operator_id]")
    public String operatorId;

    @RestQuery("filter[room_id]")
    public String roomId;

    @RestQuery("filter[booking_period_id]")
    public String bookingPeriodId;

    /** Only for the admin, who sees all partners. */
    @RestQuery("filter[partner_id]")
    public String partnerId;

    /** DD-MM-YYYY, UTC, included. */
    @RestQuery("filter[created_from]")
    public String createdFrom;

    /** DD-MM-YYYY, UTC, included. */
    @RestQuery("filter[created_to]")
    public String createdTo;

    /** DD-MM-YYYY, included. */
    @RestQuery("filter[arrival_from]")
    public String arrivalFrom;

    /** DD-MM-YYYY, included. */
    @RestQuery("filter[arrival_to]")
    public String arrivalTo;

    /** The booking's id, or the student's whole e-mail address, first, last or full name; any letter case. */
    @RestQuery("filter[search]")
    public String search;

    /** asc or desc; newest first when nothing is said. */
    @RestQuery("sort[created_at]")
    public String sortCreatedAt;

    /** asc or desc by the first day of the booking period. */
    @RestQuery("sort[arrival]")
    public String sortArrival;
}
