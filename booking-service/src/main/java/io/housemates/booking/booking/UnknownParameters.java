package io.housemates.booking.booking;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jboss.resteasy.reactive.RestQuery;

/** Filters and orders that there are none of: a list that ignored a misspelt one would be longer than was asked for. */
final class UnknownParameters {

    private static final Set<String> KNOWN = Arrays.stream(BookingListRequest.class.getFields())
            .map(field -> field.getAnnotation(RestQuery.class)).filter(Objects::nonNull).map(RestQuery::value)
            .collect(Collectors.toSet());

    private UnknownParameters() {
    }

    /** @param names of a query; others than filters and orders are passed over */
    static List<String> among(Collection<String> names) {
        return names.stream().filter(name -> name.startsWith("filter[") || name.startsWith("sort["))
                .filter(name -> !KNOWN.contains(name)).toList();
    }
}
