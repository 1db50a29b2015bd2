package io.housemates.dashboard.page;

/** How something stands, in a word and a tone; the word alone says it all. */
public record Badge(String text, Tone tone) {

    public enum Tone {
        GOOD,
        WAITING,
        BAD,
        OVER;

        /** As the stylesheet names it. */
        public String css() {
            return "badge-" + name().toLowerCase();
        }
    }

    public static Badge good(String text) {
        return new Badge(text, Tone.GOOD);
    }

    public static Badge waiting(String text) {
        return new Badge(text, Tone.WAITING);
    }

    public static Badge bad(String text) {
        return new Badge(text, Tone.BAD);
    }

    public static Badge over(String text) {
        return new Badge(text, Tone.OVER);
    }
}
