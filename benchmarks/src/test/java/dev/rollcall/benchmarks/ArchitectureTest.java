package dev.rollcall.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = ArchitectureTest.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("dev.rollcall.benchmarks.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_SERVER_IS_MEASURED_FROM_OUTSIDE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.rollcall.benchmarks.micro..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.rollcall.upload..",
                    "dev.rollcall.registration..",
                    "dev.rollcall.status..",
                    "dev.rollcall.standalone.server..");

    @ArchTest
    static final ArchRule ONLY_THE_FLOOR_THE_PIECES_AND_THE_CLUSTER_USE_KAFKA = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.rollcall.benchmarks.floor..",
                    "dev.rollcall.benchmarks.micro..",
                    "dev.rollcall.benchmarks.cluster..")
            .and()
            .doNotHaveSimpleName("ThisMachine")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule NOBODY_SLEEPS = noClasses().should().callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule NO_STANDARD_STREAMS = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
