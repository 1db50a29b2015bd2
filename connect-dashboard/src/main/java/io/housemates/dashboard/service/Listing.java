package io.housemates.dashboard.service;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The answer to reading many things.
 *
 * @param meta where this page is among all; null when the list comes whole
 */
public record Listing<T>(List<T> items, Meta meta) {

    /** @param currentPage counted from 1 */
    public record Meta(long total, @JsonProperty("per_page") int perPage, @JsonProperty("current_page") int currentPage,
            @JsonProperty("total_pages") int totalPages) {
    }

    /** The number of the first thing on this page, counted from 1. */
    public long first() {
        return (meta.currentPage() - 1L) * meta.perPage() + 1;
    }

    public long last() {
        return first() + items.size() - 1;
    }

    /** The page before this one, at most the last that has anything on it; null on the first. */
    public Integer previous() {
        return meta.currentPage() > 1 ? Integer.valueOf(Math.min(meta.currentPage() - 1, meta.totalPages())) : null;
    }

    /** Null on the last. */
    public Integer next() {
        return meta.currentPage() < meta.totalPages() ? Integer.valueOf(meta.currentPage() + 1) : null;
    }
}
