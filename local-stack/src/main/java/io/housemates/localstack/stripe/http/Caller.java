package io.housemates.localstack.stripe.http;

/** Who is calling, told by the API key: the product's server, or a browser that knows an intent's client secret. */
public enum Caller {
    SERVER,
    BROWSER
}
