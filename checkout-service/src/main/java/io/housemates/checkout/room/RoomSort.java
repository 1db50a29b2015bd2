package io.housemates.checkout.room;

import java.util.Locale;

/** What rooms can be sorted by; where several are asked for the one named first here goes first. */
enum RoomSort {

    PRICE("r.price"),
    NAME("lower(r.name)"),
    CITY("r.city");

    private final String sql;

    RoomSort(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }

    String parameter() {
        return "sort[" + name().toLowerCase(Locale.ROOT) + "]";
    }
}
