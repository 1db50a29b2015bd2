package io.housemates.platform.deadletter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;

import io.housemates.platform.event.KafkaSender;

/** Sends many dead letters again, after what kept them from being handled is mended; blocks. */
@ApplicationScoped
class Replay {

    private static final Logger LOG = Logger.getLogger(Replay.class);

    private final BuriedRecords records;
    private final KafkaSender kafka;

    Replay(BuriedRecords records, KafkaSender kafka) {
        this.records = records;
        this.kafka = kafka;
    }

    /**
     * What a call did.
     *
     * @param skipped how many could not be sent: too large to have been copied, or sealed with a key that is gone
     * @param next where the rest begins, empty when there is none
     */
    record Done(int replayed, int skipped, Map<TopicPartition, Long> next) {
    }

    /**
     * As many as a request's time is enough for.
     *
     * @param topic where they first came, null for all
     * @param reason why they lie here, null for all
     * @param from where the part begins, empty for the oldest of all
     */
    Done some(String topic, String reason, Map<TopicPartition, Long> from) {
        var wanted = new AtomicInteger();
        var replayed = new AtomicInteger();
        var next = records.each(topic, from, read -> {
            var chosen = read.stream().filter(record -> reason == null || new BuriedRecord(record, null).liesHereFor(reason))
                    .toList();
            wanted.addAndGet(chosen.size());
            replayed.addAndGet(send(chosen));
        });
        LOG.infof("Dead letters replayed count=%d of=%d", replayed.get(), wanted.get());
        return new Done(replayed.get(), wanted.get() - replayed.get(), next);
    }

    /** @return how many arrived */
    private int send(List<ConsumerRecord<String, byte[]>> chosen) {
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : chosen) {
            try {
                BuriedRecord buried = records.open(record);
                if (buried.isWhole()) {
                    sent.add(kafka.hand(buried.original()).toCompletableFuture());
                }
            } catch (IllegalStateException e) {
                LOG.warnf("Dead letter not replayed reason=\"%s\"", e.getMessage());
            }
        }
        return (int) sent.stream().filter(Replay::arrived).count();
    }

    private static boolean arrived(CompletableFuture<Void> sent) {
        try {
            sent.join();
            return true;
        } catch (CompletionException e) {
            if (e.getCause() instanceof RetriableException away) {
                throw away;
            }
            LOG.warnf("Dead letter not replayed reason=\"%s\"", e.getCause().getMessage());
            return false;
        }
    }
}
