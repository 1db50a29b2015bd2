package io.housemates.dispatcher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import io.housemates.localstack.testing.Schedules;
import io.housemates.localstack.testing.WritingResources;

/** Which folder may know which: the way of an event goes inbox → delivery → wire, and the policies at its side know nobody. */
@AnalyzeClasses(packages = "io.housemates.dispatcher", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule noCircles = slices().matching("io.housemates.dispatcher.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule egressKnowsNobody = noClasses().that().resideInAPackage("..dispatcher.egress..")
            .should().dependOnClassesThat().resideInAnyPackage("..dispatcher.delivery..", "..dispatcher.subscription..",
                    "..dispatcher.inbox..", "..dispatcher.event..", "..dispatcher.signing..");

    @ArchTest
    static final ArchRule resourcesFinishWhatTheyBegan = WritingResources.FINISH_WHAT_THEY_BEGAN;

    @ArchTest
    static final ArchRule schedulesLeaveDefaultsToSettings = Schedules.LEAVE_DEFAULTS_TO_SETTINGS;

    @ArchTest
    static final ArchRule signingKnowsNobody = noClasses().that().resideInAPackage("..dispatcher.signing..")
            .should().dependOnClassesThat().resideInAnyPackage("..dispatcher.delivery..", "..dispatcher.subscription..",
                    "..dispatcher.inbox..", "..dispatcher.event..", "..dispatcher.egress..", "io.quarkus..", "jakarta..");
}
