package io.housemates.benchmarks;

import java.util.Scanner;
import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.Vertx;

/** The first limit: a signing HTTP client and nothing else. Each order {@code run count} is that many deliveries. */
final class ClientMain {

    private final SignedPost post;
    private final byte[] body = new SampleEvent().of("partner", "booking",
            new SampleKeys.Key("key", null, SampleEvent.personal()));

    private ClientMain(String url) {
        this.post = new SignedPost(Vertx.vertx(), url);
    }

    /** @param arguments the sink's URL */
    public static void main(String[] arguments) {
        var client = new ClientMain(arguments[0]);
        System.out.println("ready");
        for (var orders = new Scanner(System.in); orders.hasNext();) {
            client.deliver(orders.next(), orders.nextInt());
        }
    }

    private void deliver(String run, int count) {
        var next = new AtomicInteger();
        for (int i = 0; i < SignedPost.AT_ONCE; i++) {
            one(run, next, count);
        }
    }

    private void one(String run, AtomicInteger next, int count) {
        int number = next.getAndIncrement();
        if (number < count) {
            post.send(EventId.now(run, number).text(), body).onComplete(done -> one(run, next, count));
        }
    }
}
