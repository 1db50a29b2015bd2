package io.housemates.dispatcher.delivery;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.vertx.core.MultiMap;

/** Continues the trace of the booking: one span per attempt, whose context the partner receives (W3C Trace Context). */
@ApplicationScoped
class AttemptTrace {

    private static final IdGenerator IDS = IdGenerator.random();
    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();
    private static final TextMapGetter<String> TRACEPARENT = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String traceparent) {
            return List.of("traceparent");
        }

        @Override
        public String get(String traceparent, String key) {
            return "traceparent".equals(key) ? traceparent : null;
        }
    };

    private final Tracer tracer;
    private final boolean exported;

    /** @param collector where spans are sent to; without one nobody sees them, and only what partners receive is made */
    AttemptTrace(Tracer tracer, @ConfigProperty(name = "quarkus.otel.exporter.otlp.endpoint") Optional<String> collector) {
        this.tracer = tracer;
        this.exported = collector.filter(address -> !address.isBlank()).isPresent();
    }

    Span start(Delivery delivery) {
        Context parent = parent(delivery.traceparent());
        return exported ? recorded(delivery, parent) : unseen(Span.fromContext(parent).getSpanContext());
    }

    private Span recorded(Delivery delivery, Context parent) {
        Span span = tracer.spanBuilder("webhook attempt").setParent(parent).setSpanKind(SpanKind.CLIENT).startSpan();
        if (span.isRecording()) {
            span.setAttribute("webhook.event", delivery.eventId())
                    .setAttribute("webhook.delivery", delivery.id())
                    .setAttribute("webhook.subscription", delivery.subscriptionId())
                    .setAttribute("webhook.attempt", delivery.attempts() + 1L);
        }
        return span;
    }

    private static Span unseen(SpanContext parent) {
        return Span
                .wrap(SpanContext.create(parent.isValid() ? parent.getTraceId() : IDS.generateTraceId(), IDS.generateSpanId(),
                        parent.isValid() ? parent.getTraceFlags() : TraceFlags.getSampled(), parent.getTraceState()));
    }

    private static Context parent(String traceparent) {
        return traceparent == null ? Context.root() : W3C.extract(Context.root(), traceparent, TRACEPARENT);
    }

    void carry(Span span, MultiMap headers) {
        W3C.inject(Context.root().with(span), headers, MultiMap::set);
    }

    void end(Span span, AttemptResult result) {
        if (span.isRecording()) {
            span.setAttribute("webhook.outcome", result.outcome().label())
                    .setAttribute("webhook.reason", result.outcome().reason());
        }
        if (!(result.outcome() instanceof Outcome.Delivered)) {
            span.setStatus(StatusCode.ERROR, result.outcome().reason());
        }
        span.end();
    }
}
