package io.housemates.localstack.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.lang.ArchRule;

/** What must be true of everything that runs by itself. */
public final class Schedules {

    private static final String SCHEDULED = "io.quarkus.scheduler.Scheduled";

    /** A name without a default of its own has to be known elsewhere, or the service does not start. */
    public static final ArchRule LEAVE_DEFAULTS_TO_SETTINGS = methods().that().areAnnotatedWith(SCHEDULED)
            .should().beAnnotatedWith(describe("@Scheduled without a default", Schedules::hasNoDefault))
            .because("a setting that only a schedule names is documented nowhere, and whoever sets it may stop the service");

    private Schedules() {
    }

    private static boolean hasNoDefault(JavaAnnotation<?> annotation) {
        return annotation.getRawType().getName().equals(SCHEDULED) && Stream.of("every", "delayed", "cron")
                .noneMatch(member -> annotation.get(member).map(Object::toString).orElse("").contains(":"));
    }
}
