package io.housemates.booking.booking;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Addresses of other pages of a list: they repeat its filters and its order. */
final class Links {

    private record Parameter(String name, String value) {

        String text() {
            return URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8) + "&";
        }
    }

    private Links() {
    }

    /** The address up to where the page is told. */
    static String of(String path, BookingListRequest request) {
        return path + "?" + Stream.of(
                new Parameter("filter[status]", request.status),
                new Parameter("filter[operator_id]", request.operatorId),
                new Parameter("filter[room_id]", request.roomId),
                new Parameter("filter[booking_period_id]", request.bookingPeriodId),
                new Parameter("filter[partner_id]", request.partnerId),
                new Parameter("filter[created_from]", request.createdFrom),
                new Parameter("filter[created_to]", request.createdTo),
                new Parameter("filter[arrival_from]", request.arrivalFrom),
                new Parameter("filter[arrival_to]", request.arrivalTo),
                new Parameter("filter[search]", request.search),
                new Parameter("sort[created_at]", request.sortCreatedAt),
                new Parameter("sort[arrival]", request.sortArrival))
                .filter(parameter -> parameter.value() != null).map(Parameter::text).collect(Collectors.joining());
    }
}
