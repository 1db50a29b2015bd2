package io.housemates.localstack.stripe.http;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last requests, for tests that ask what the product really sent: never a key, a body or a query string. */
public final class RequestLog {

    private static final int KEPT = 10_000;

    private final Deque<LoggedRequest> requests = new ArrayDeque<>();
    private final Clock clock;

    public RequestLog(Clock clock) {
        this.clock = clock;
    }

    /**
     * Oldest first.
     *
     * @param method null for any
     * @param path without query string, null for any
     */
    public List<?> matching(String method, String path) {
        return requests.stream().filter(request -> request.matches(method, path)).toList();
    }

    public void clear() {
        requests.clear();
    }

    LoggedRequest received(String id, String method, String path, String idempotencyKey) {
        LoggedRequest request = new LoggedRequest(id, clock.instant(), method, path, idempotencyKey);
        requests.addLast(request);
        if (requests.size() > KEPT) {
            requests.removeFirst();
        }
        return request;
    }
}
