package io.housemates.acceptance.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/** Somebody who uses a page with nothing but a keyboard, and sees where it is. */
public record Keyboard(Page page) {

    private static final int LONGEST_PAGE = 60;

    /** A radio button shows it on its label. */
    private static final String OUTLINED = """
            () => { const here = document.activeElement
              const shown = here.type === 'radio' ? here.nextElementSibling : here
              return getComputedStyle(shown).outlineStyle !== 'none' }""";

    /** Goes on with Tab until it is there. */
    public Keyboard to(String selector) {
        for (int i = 0; i < LONGEST_PAGE && !isOn(selector); i++) {
            page.keyboard().press("Tab");
        }
        return on(selector);
    }

    public Keyboard on(String selector) {
        assertThat(isOn(selector)).as("the keyboard reaches " + selector).isTrue();
        assertThat((boolean) page.evaluate(OUTLINED)).as("it can be seen that it is on " + selector).isTrue();
        return this;
    }

    /** Into this field and those that follow. */
    public Keyboard types(String... texts) {
        for (String text : texts) {
            page.keyboard().type(text);
            page.keyboard().press("Tab");
        }
        return this;
    }

    public Keyboard press(String key) {
        page.keyboard().press(key);
        return this;
    }

    private boolean isOn(String selector) {
        return (boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector);
    }
}
