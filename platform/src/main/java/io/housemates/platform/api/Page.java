package io.housemates.platform.api;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One page of a list: {@code data.items}, {@code data.meta}, {@code data.links}.
 *
 * @param items the rows of this page
 * @param meta where this page is among all
 * @param links addresses of the neighbours, null where there is none
 */
public record Page<T>(List<T> items, Meta meta, Links links) {

    public record Meta(long total, int count, @JsonProperty("per_page") int perPage,
            @JsonProperty("current_page") int currentPage, @JsonProperty("total_pages") int totalPages) {
    }

    public record Links(String first, String last, @Schema(nullable = true) String next, @Schema(nullable = true) String prev) {
    }

    /** @param address the list's address up to and including {@code page=} */
    public static <T> Page<T> of(List<T> items, long total, PageRequest request, String address) {
        int pages = (int) Math.max(1, (total + request.perPage() - 1) / request.perPage());
        int current = request.page();
        return new Page<>(items, new Meta(total, items.size(), request.perPage(), current, pages),
                new Links(address + 1, address + pages, current < pages ? address + (current + 1) : null,
                        current > 1 ? address + Math.min(current - 1, pages) : null));
    }

    /** The same page of the same things, seen with more about each. */
    public Page<T> with(List<T> detailed) {
        return new Page<>(detailed, meta, links);
    }
}
