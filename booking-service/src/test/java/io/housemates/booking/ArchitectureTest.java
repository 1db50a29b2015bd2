package io.housemates.booking;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import io.housemates.localstack.testing.Schedules;
import io.housemates.localstack.testing.WritingResources;

/** Which folder may know which: the two edges know the booking, the booking knows neither, and they not each other. */
@AnalyzeClasses(packages = "io.housemates.booking", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule BOOKING_KNOWS_NO_EDGE = noClasses().that().resideInAPackage("..booking.booking..")
            .should().dependOnClassesThat().resideInAnyPackage("..booking.inbox..", "..booking.outbox..");

    @ArchTest
    static final ArchRule EDGES_ARE_STRANGERS = noClasses().that().resideInAPackage("..booking.inbox..")
            .should().dependOnClassesThat().resideInAPackage("..booking.outbox..");

    @ArchTest
    static final ArchRule EDGES_ARE_STRANGERS_BOTH_WAYS = noClasses().that().resideInAPackage("..booking.outbox..")
            .should().dependOnClassesThat().resideInAPackage("..booking.inbox..");

    @ArchTest
    static final ArchRule EDGES_KEEP_TO_THEMSELVES = classes().that()
            .resideInAnyPackage("..booking.inbox..", "..booking.outbox..").should().notBePublic();

    @ArchTest
    static final ArchRule RESOURCES_FINISH_WHAT_THEY_BEGAN = WritingResources.FINISH_WHAT_THEY_BEGAN;

    @ArchTest
    static final ArchRule SCHEDULES_LEAVE_DEFAULTS_TO_SETTINGS = Schedules.LEAVE_DEFAULTS_TO_SETTINGS;

    @ArchTest
    static final ArchRule NO_SERVICE_KNOWS_ANOTHER = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("io.housemates.checkout..", "io.housemates.dispatcher..", "io.housemates.localstack..");
}
