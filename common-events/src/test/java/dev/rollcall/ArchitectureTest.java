package dev.rollcall;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.rollcall", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule PLAIN_JAVA = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "java.sql..", "jakarta..", "org.slf4j..");

    @ArchTest
    static final ArchRule KAFKA_ONLY_AT_THE_WIRE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.rollcall.events")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "io.cloudevents..");

    @ArchTest
    static final ArchRule IDENTITIES_KNOW_NOTHING_ELSE = noClasses()
            .that()
            .resideInAPackage("dev.rollcall.identity")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.rollcall.hash", "dev.rollcall.identification", "dev.rollcall.events");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("dev.rollcall.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_CLOCK = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
