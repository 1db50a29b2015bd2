package io.housemates.platform.retention;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.housemates.platform.OwnContext;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Removes what was kept long enough, batch by batch. Every replica may do so at the same time: each takes what no other is busy
 * with.
 */
@ApplicationScoped
class Retention {

    private static final Logger LOG = Logger.getLogger(Retention.class);

    private final List<Retained> kinds;
    private final RetentionConfig config;
    private final MeterRegistry meters;
    private final Clock clock;

    Retention(@All List<Retained> kinds, RetentionConfig config, MeterRegistry meters, Clock clock) {
        this.kinds = kinds;
        this.config = config;
        this.meters = meters;
        this.clock = clock;
    }

    @Scheduled(every = "${housemates.retention.every}", delayed = "${housemates.retention.delayed}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP, skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> removeAllDue() {
        return each(kind -> removed(kind, Integer.MAX_VALUE)).replaceWithVoid();
    }

    /** The dry run. */
    Uni<List<RetentionView>> due() {
        return each(kind -> view(kind, 0));
    }

    /** A bounded part of what is due, and what is left then. */
    Uni<List<RetentionView>> removeSome() {
        return each(kind -> removed(kind, config.batchesPerCall()).chain(count -> view(kind, count)));
    }

    private Uni<RetentionView> view(Retained kind, int removed) {
        Instant before = kind.dueBefore(clock.instant());
        return kind.due(before).map(due -> new RetentionView(kind.name(), before, due.count(), due.oldest(), removed));
    }

    /** One kind that fails keeps no other from going; the next run tries again. */
    private Uni<Integer> removed(Retained kind, int batches) {
        Instant before = kind.dueBefore(clock.instant());
        return Multi.createBy().repeating().uni(() -> batch(kind, before)).whilst(count -> count == config.batch())
                .select().first(batches).collect().with(Collectors.summingInt(Integer::intValue))
                .invoke(count -> tell(kind, before, count))
                .onFailure().invoke(e -> {
                    LOG.warnf("Old data not removed data=%s reason=\"%s\"", kind.name(), e.getMessage());
                    meters.counter("retention.failures", "data", kind.name()).increment();
                })
                .onFailure().recoverWithItem(0);
    }

    /** In a context of its own each time: a transaction's session belongs to one. */
    private Uni<Integer> batch(Retained kind, Instant before) {
        return OwnContext.run(() -> kind.remove(before, config.batch()));
    }

    private void tell(Retained kind, Instant before, int count) {
        meters.counter("retention.removed", "data", kind.name()).increment(count);
        if (count > 0) {
            LOG.infof("Old data removed data=%s count=%d before=%s", kind.name(), count, before);
        }
    }

    private <T> Uni<List<T>> each(Function<Retained, Uni<? extends T>> work) {
        return Multi.createFrom().iterable(kinds).onItem().transformToUniAndConcatenate(work).collect().asList();
    }
}
