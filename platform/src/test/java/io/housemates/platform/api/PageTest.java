package io.housemates.platform.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    @Test
    void knowsItsNeighbours() {
        var page = Page.of(List.of("c", "d"), 5, new PageRequest(2, 2), "/list?page=");

        assertThat(page.meta()).isEqualTo(new Page.Meta(5, 2, 2, 2, 3));
        assertThat(page.links()).isEqualTo(new Page.Links("/list?page=1", "/list?page=3", "/list?page=3", "/list?page=1"));
    }

    @Test
    void isTheOnlyOneOfAnEmptyList() {
        var page = Page.of(List.of(), 0, PageRequest.of(null, null), "/list?page=");

        assertThat(page.meta()).isEqualTo(new Page.Meta(0, 0, 10, 1, 1));
        assertThat(page.links()).isEqualTo(new Page.Links("/list?page=1", "/list?page=1", null, null));
    }

    @Test
    void leadsBackFromBehindTheEnd() {
        assertThat(Page.of(List.of(), 5, new PageRequest(9, 2), "/list?page=").links().prev()).isEqualTo("/list?page=3");
    }

    @ParameterizedTest
    @ValueSource(strings = { "0", "-1", "x", "1.5", "9999999999" })
    void isNotAskedForByNonsense(String page) {
        assertThatThrownBy(() -> PageRequest.of(page, "101")).isInstanceOfSatisfying(InvalidFieldsException.class,
                e -> assertThat(e.messages()).containsOnlyKeys("page", "per_page"));
    }
}
