package io.housemates.localstack.stripe.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.housemates.localstack.stripe.state.Shelf;
import io.housemates.localstack.stripe.state.StripeObject;

/**
 * One page of a list, newest first: {@code limit} (1 to 100, default 10), {@code starting_after}, {@code ending_before},
 * {@code created[gt|gte|lt|lte]}.
 *
 * @see <a href="https://docs.stripe.com/api/pagination">Stripe: pagination</a>
 */
public record Listing<T>(String object, String url, boolean hasMore, List<T> data) {

    private static final int MOST = 100;

    public static <T extends StripeObject> Listing<T> of(Shelf<T> shelf, ApiRequest request, Predicate<T> wanted) {
        Form form = request.form();
        int limit = limit(form);
        Predicate<T> matching = wanted.and(created(form));
        boolean backwards = form.has("ending_before");
        Stream<T> candidates = backwards
                ? after(shelf.oldestFirst(), form.requireText("ending_before"))
                : form.text("starting_after").map(id -> after(shelf.newestFirst(), id)).orElseGet(shelf::newestFirst);
        List<T> found = candidates.filter(matching).limit(limit + 1L).toList();
        List<T> page = new ArrayList<>(found.subList(0, Math.min(limit, found.size())));
        if (backwards) {
            Collections.reverse(page);
        }
        return new Listing<>("list", request.path(), found.size() > limit, page);
    }

    public static int limit(Form form) {
        long limit = form.integer("limit").orElse(10L);
        if (limit < 1 || limit > MOST) {
            throw StripeError.badParameter("parameter_invalid_integer", "limit", "limit must be between 1 and " + MOST);
        }
        return (int) limit;
    }

    private static <T extends StripeObject> Stream<T> after(Stream<T> objects, String id) {
        return objects.dropWhile(object -> !object.id().equals(id)).skip(1);
    }

    private static <T extends StripeObject> Predicate<T> created(Form form) {
        if (form.form("created").isEmpty()) {
            return form.integer("created").<Predicate<T>> map(time -> object -> object.created() == time)
                    .orElse(object -> true);
        }
        Form range = form.form("created");
        long from = Math.max(range.integer("gte").orElse(Long.MIN_VALUE), range.integer("gt").orElse(Long.MIN_VALUE) + 1);
        long to = Math.min(range.integer("lte").orElse(Long.MAX_VALUE), range.integer("lt").orElse(Long.MAX_VALUE) - 1);
        return object -> object.created() >= from && object.created() <= to;
    }
}
