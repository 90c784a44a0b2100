package dev.rollcall.status;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "dev.rollcall.status", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule rulesArePlainJava = noClasses()
            .that()
            .resideInAnyPackage("..status.state..", "..status.paging..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..", "org.apache.kafka..", "java.sql..", "javax.sql..", "jakarta..");

    @ArchTest
    static final ArchRule theProjectionKnowsNothingOfTheEdge = noClasses()
            .that()
            .resideInAPackage("..status.projection..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..status.devices..",
                    "..status.batches..",
                    "..status.requests..",
                    "..status.audit..",
                    "..status.catalog..",
                    "..status.web..",
                    "dev.rollcall.access..",
                    "org.springframework.web..");

    @ArchTest
    static final ArchRule theEdgeReadsNoStreams = noClasses()
            .that()
            .resideOutsideOfPackage("..status.projection..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.rollcall.status.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule servicesKnowOnlyEvents = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.rollcall.upload..", "dev.rollcall.registration..");

    @ArchTest
    static final ArchRule nobodySleeps = noClasses().should().callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule nobodyLooksAtTheWallClock = noClasses().should().callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule nobodyPrints = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule fieldsAreNotPublic =
            noFields().that().areNotStatic().should().bePublic();
}
