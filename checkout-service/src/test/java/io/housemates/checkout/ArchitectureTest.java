package io.housemates.checkout;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import io.housemates.localstack.testing.Schedules;
import io.housemates.localstack.testing.WritingResources;

/** Which folder may know which; what is asked of all resources is asked of the shared ones here too. */
@AnalyzeClasses(packages = { "io.housemates.checkout",
        "io.housemates.platform" }, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule foldersFormNoCircles = slices().matching("io.housemates.checkout.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheSessionItsPagesAndTheInboxKnowTheWholeStory = noClasses()
            .that().resideOutsideOfPackages("..checkout.session..", "..checkout.hosted..",
                    "..checkout.inbox..")
            .should().dependOnClassesThat()
            .resideInAPackage("..checkout.session..");

    @ArchTest
    static final ArchRule onlyTheGatewayCallsStripe = noClasses()
            .that().haveSimpleNameNotStartingWith("Stripe").should().dependOnClassesThat().resideInAPackage("com.stripe..");

    @ArchTest
    static final ArchRule nobodyKnowsThePages = noClasses().that().resideOutsideOfPackage("..checkout.hosted..")
            .should().dependOnClassesThat().resideInAPackage("..checkout.hosted..");

    @ArchTest
    static final ArchRule resourcesFinishWhatTheyBegan = WritingResources.FINISH_WHAT_THEY_BEGAN;

    @ArchTest
    static final ArchRule schedulesLeaveDefaultsToSettings = Schedules.LEAVE_DEFAULTS_TO_SETTINGS;

    @ArchTest
    static final ArchRule detailsAreRulesWithoutAStore = noClasses().that().resideInAPackage("..checkout.details..")
            .should().dependOnClassesThat().resideInAnyPackage("..checkout.payment..", "..checkout.hold..", "com.stripe..");
}
