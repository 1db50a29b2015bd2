package io.housemates.dispatcher.delivery;

/** How far an attempt has come on the wire. */
enum Stage {
    RESOLVE(Breakage.DNS),
    CONNECT(Breakage.CONNECT),
    ANSWER(Breakage.RESET),
    BODY(Breakage.RESET);

    private final Breakage usualBreakage;

    Stage(Breakage usualBreakage) {
        this.usualBreakage = usualBreakage;
    }

    /** What a failure of an unknown kind is taken for. */
    Breakage usualBreakage() {
        return usualBreakage;
    }
}
