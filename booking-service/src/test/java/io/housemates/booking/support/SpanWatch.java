package io.housemates.booking.support;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.inject.Singleton;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.quarkus.arc.Unremovable;

/** Keeps what would be exported of the spans that ended while somebody watches. */
@Singleton
@Unremovable
public class SpanWatch implements SpanProcessor {

    private final List<String> ended = new CopyOnWriteArrayList<>();
    private volatile boolean watching;

    public void begin() {
        watching = true;
    }

    /** Name and attributes of each span. */
    public List<String> end() {
        watching = false;
        return List.copyOf(ended);
    }

    public List<String> soFar() {
        return List.copyOf(ended);
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        // looked at when it ends
    }

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        if (watching) {
            ended.add(span.getName() + " " + span.toSpanData().getAttributes());
        }
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }
}
