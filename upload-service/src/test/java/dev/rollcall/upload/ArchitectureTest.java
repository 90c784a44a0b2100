package dev.rollcall.upload;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "dev.rollcall.upload", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule READING_IS_PLAIN_JAVA = noClasses()
            .that()
            .resideInAPackage("..upload.reading..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..", "org.apache.kafka..", "java.sql..", "jakarta..", "dev.rollcall.events..");

    @ArchTest
    static final ArchRule THE_RULES_OF_RELATIONSHIPS_ARE_PLAIN_JAVA = noClasses()
            .that()
            .resideInAPackage("..upload.relationships.policy..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..", "org.apache.kafka..", "java.sql..", "jakarta..", "dev.rollcall.access..");

    @ArchTest
    static final ArchRule ONLY_PUBLISHING_KNOWS_KAFKA = noClasses()
            .that()
            .resideOutsideOfPackage("..upload.publishing..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..");

    @ArchTest
    static final ArchRule ONLY_BATCHES_RELATIONSHIPS_AND_PROBLEMS_KNOW_THE_DATABASE = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.rollcall.upload", "..upload.batch..", "..upload.relationships", "..upload.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..", "org.springframework.dao..");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("dev.rollcall.(upload..)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_OTHER_SERVICE_IS_USED = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.rollcall.registration..", "dev.rollcall.status..", "dev.rollcall.standalone..");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule CONTROLLERS_ARE_NOT_PUBLIC =
            classes().that().haveSimpleNameEndingWith("Controller").should().bePackagePrivate();

    @ArchTest
    static final ArchRule NO_STANDARD_STREAMS = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule NO_FIELD_INJECTION = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
}
