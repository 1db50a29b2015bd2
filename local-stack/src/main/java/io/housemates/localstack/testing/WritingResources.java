package io.housemates.localstack.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.containAnyMethodsThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import java.util.List;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchRule;

/** What must be true of every resource that changes something. */
public final class WritingResources {

    private static final List<String> WRITING = List.of("jakarta.ws.rs.POST", "jakarta.ws.rs.PUT", "jakarta.ws.rs.PATCH",
            "jakarta.ws.rs.DELETE");
    private static final String CANCELLABLE = "org.jboss.resteasy.reactive.server.Cancellable";

    /** Quarkus stops what a resource has under way when its client hangs up, wherever that is. */
    public static final ArchRule FINISH_WHAT_THEY_BEGAN = classes()
            .that(containAnyMethodsThat(describe("write", WritingResources::writes)))
            .should().beAnnotatedWith(describe("@Cancellable(false)", WritingResources::isNotCancellable))
            .because("what was begun would stay half done, and its Idempotency-Key in use");

    private WritingResources() {
    }

    private static boolean writes(JavaMethod method) {
        return WRITING.stream().anyMatch(method::isAnnotatedWith);
    }

    private static boolean isNotCancellable(JavaAnnotation<?> annotation) {
        return annotation.getRawType().getName().equals(CANCELLABLE)
                && Boolean.FALSE.equals(annotation.get("value").orElse(true));
    }
}
