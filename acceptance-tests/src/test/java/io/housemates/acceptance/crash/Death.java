package io.housemates.acceptance.crash;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

import io.housemates.acceptance.crash.Step.Call;
import io.housemates.acceptance.support.Database;
import io.housemates.acceptance.support.Patience;
import io.housemates.acceptance.support.Services;
import io.housemates.acceptance.support.StripeSide;
import io.housemates.localstack.Service;

/** Where between "we asked" and "we wrote down the answer" the process dies. */
enum Death {

    BEFORE_THE_EFFECT("timeout_before"),
    AFTER_THE_EFFECT("timeout_after"),
    BEFORE_WRITING_IT_DOWN(null);

    private final String fault;

    Death(String fault) {
        this.fault = fault;
    }

    /** Lets all steps begin, and kills the process when each of them has come to its boundary. */
    void during(List<Step> steps) {
        Patience.await("quiet before the storm").until(() -> steps.stream().allMatch(Step::isQuiet));
        if (fault == null) {
            try (Gate gate = Gate.at(steps.stream().map(Step::result).toList())) {
                begin(steps, () -> {
                });
                gate.awaitWaiting(steps.size());
                kill();
            }
        } else {
            List<Call> calls = steps.stream().map(Step::call).toList();
            Map<Call, Long> expected = new HashMap<>();
            begin(steps, () -> calls.forEach(call -> {
                expected.compute(call,
                        (same, count) -> 1 + (count == null ? StripeSide.requests(call.method(), call.path()) : count));
                StripeSide.fails(call.method(), call.path(), fault);
            }));
            expected.forEach((call, count) -> Patience.await(call.toString())
                    .until(() -> StripeSide.requests(call.method(), call.path()) >= count));
            kill();
        }
    }

    /** What the reconciler does becomes due in one commit, so that it takes all of it up at once. */
    private static void begin(List<Step> steps, Runnable beforehand) {
        try (Connection connection = Database.CHECKOUT.connect()) {
            connection.setAutoCommit(false);
            for (Step step : steps) {
                step.letTimePass(connection);
            }
            StripeSide.behaves();
            beforehand.run();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        var clients = Executors.newCachedThreadPool();
        steps.forEach(step -> CompletableFuture.runAsync(step::request, clients));
        clients.shutdown();
    }

    private static void kill() {
        Services.process(Service.CHECKOUT).kill();
    }
}
