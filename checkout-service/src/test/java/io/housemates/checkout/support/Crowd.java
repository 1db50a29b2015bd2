package io.housemates.checkout.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Many clients at once. */
public final class Crowd {

    private Crowd() {
    }

    /** Lets everybody go at the same moment and gives what each came to. */
    public static <T> List<T> allAtOnce(List<Callable<T>> actions) {
        var pool = Executors.newFixedThreadPool(Math.min(50, actions.size()));
        var gate = new CountDownLatch(1);
        try {
            List<Future<T>> results = new ArrayList<>();
            for (Callable<T> action : actions) {
                results.add(pool.submit(() -> {
                    gate.await();
                    return action.call();
                }));
            }
            gate.countDown();
            List<T> answers = new ArrayList<>();
            for (Future<T> result : results) {
                answers.add(result.get());
            }
            return answers;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdownNow();
        }
    }

    public static <T> List<T> times(int count, Callable<T> action) {
        return allAtOnce(IntStream.range(0, count).<Callable<T>> mapToObj(i -> action).toList());
    }
}
