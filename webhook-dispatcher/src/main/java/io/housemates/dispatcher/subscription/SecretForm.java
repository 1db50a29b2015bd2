package io.housemates.dispatcher.subscription;

/**
 * One way in which an answer may spell a secret. Both texts are somebody else's choice, so looking takes no longer than reading
 * both, whatever they repeat.
 *
 * @param text at least {@link #SHORTEST_REST} long
 */
record SecretForm(String text) {

    private static final int SHORTEST_REST = 6;

    /** Told quickly for nearly every answer: neither the whole nor the beginning of it can be there. */
    boolean isAbsentFrom(String answer) {
        return !answer.contains(text.substring(0, SHORTEST_REST));
    }

    String replacedIn(String answer, String mark) {
        if (text.length() > answer.length()) {
            return answer;
        }
        int[] borders = borders(text.length());
        StringBuilder replaced = new StringBuilder();
        int copied = 0;
        int matched = 0;
        for (int i = 0; i < answer.length(); i++) {
            matched = next(borders, matched, answer.charAt(i));
            if (matched == text.length()) {
                replaced.append(answer, copied, i + 1 - matched).append(mark);
                copied = i + 1;
                matched = 0;
            }
        }
        return copied == 0 ? answer : replaced.append(answer, copied, answer.length()).toString();
    }

    /** The answer's end that is the beginning of this, and was cut off there: its length, or 0. */
    int restIn(String answer) {
        int longest = Math.min(text.length() - 1, answer.length());
        int[] borders = borders(longest);
        int matched = 0;
        for (int i = answer.length() - longest; i < answer.length(); i++) {
            matched = next(borders, matched, answer.charAt(i));
        }
        return matched >= SHORTEST_REST ? matched : 0;
    }

    /** Of each beginning of the text: how long the longest shorter beginning is that it ends with (Knuth, Morris, Pratt). */
    private int[] borders(int length) {
        int[] borders = new int[length];
        for (int i = 1; i < length; i++) {
            borders[i] = next(borders, borders[i - 1], text.charAt(i));
        }
        return borders;
    }

    /** How much of the text is matched after one more character. */
    private int next(int[] borders, int matched, char character) {
        int now = matched;
        while (now > 0 && text.charAt(now) != character) {
            now = borders[now - 1];
        }
        return text.charAt(now) == character ? now + 1 : 0;
    }

    /** A secret. */
    @Override
    public String toString() {
        return "SecretForm";
    }
}
