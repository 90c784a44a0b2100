package dev.rollcall.registration;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Instant;
import java.time.InstantSource;

@AnalyzeClasses(packages = "dev.rollcall.registration", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule rulesArePlainJava = noClasses()
            .that()
            .resideInAPackage("..policy..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..", "org.apache.kafka..", "java.sql..", "javax.sql..", "org.slf4j..");

    @ArchTest
    static final ArchRule importsPointInwards = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("restore")
            .definedBy("..registration.restore..")
            .layer("flow")
            .definedBy("..registration.flow..")
            .layer("catalog")
            .definedBy("..registration.catalog..")
            .layer("ownership")
            .definedBy("..registration.ownership..")
            .layer("kafka")
            .definedBy("..registration.kafka..")
            .layer("policy")
            .definedBy("..registration.policy..")
            .whereLayer("restore")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("flow")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("catalog")
            .mayOnlyBeAccessedByLayers("flow", "restore")
            .whereLayer("ownership")
            .mayOnlyBeAccessedByLayers("flow", "restore")
            .whereLayer("kafka")
            .mayOnlyBeAccessedByLayers("flow", "catalog", "restore");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("dev.rollcall.registration.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule servicesDoNotKnowEachOther = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.rollcall.upload..", "dev.rollcall.status..", "dev.rollcall.standalone..");

    @ArchTest
    static final ArchRule waitsForConditionsAndNotForTime = noClasses()
            .should()
            .callMethodWhere(describe(
                    "Thread.sleep",
                    call -> call.getTargetOwner().isEquivalentTo(Thread.class)
                            && call.getName().equals("sleep")));

    @ArchTest
    static final ArchRule noStandardStreams = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule noFieldInjection = GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule timeComesFromAnInjectedClock = noClasses()
            .that()
            .doNotHaveSimpleName("RegistrationServiceApplication")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(InstantSource.class, "system");

    @ArchTest
    static final ArchRule noMutableStatics =
            noFields().that().areStatic().should().notBeFinal();
}
