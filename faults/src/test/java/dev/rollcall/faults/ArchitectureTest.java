package dev.rollcall.faults;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = ArchitectureTest.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("dev.rollcall.faults.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_CHECKER_KNOWS_FACTS_ALONE = noClasses()
            .that()
            .resideInAPackage("dev.rollcall.faults.checker..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.rollcall.faults.cluster..",
                    "dev.rollcall.upload..",
                    "dev.rollcall.registration..",
                    "dev.rollcall.status..",
                    "org.apache.kafka..",
                    "java.sql..",
                    "java.net.http..");

    @ArchTest
    static final ArchRule NOBODY_SLEEPS = noClasses().should().callMethod(Thread.class, "sleep", long.class);
}
