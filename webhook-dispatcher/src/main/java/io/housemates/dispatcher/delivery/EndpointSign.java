package io.housemates.dispatcher.delivery;

/** What an outcome says about the endpoint behind it. */
public enum EndpointSign {
    /** It works: more at once may be tried. */
    HEALTHY,
    /** It answers quickly, but does not want this: neither more nor less at once. */
    REFUSING,
    /** It cannot be reached or breaks: the circuit breaker counts it. */
    FAILING,
    /** It is too slow or says so: fewer at once, and the circuit breaker counts it. */
    OVERLOADED;

    boolean countsForBreaker() {
        return this == FAILING || this == OVERLOADED;
    }
}
