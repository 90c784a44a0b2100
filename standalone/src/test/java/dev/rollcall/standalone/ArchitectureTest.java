package dev.rollcall.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = ArchitectureTest.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "dev.rollcall.standalone.";

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("dev.rollcall.standalone.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_ENGINES_KNOW_NOTHING_ABOVE_THEM = noClasses()
            .that()
            .resideInAPackage(ROOT + "engine")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "dev.rollcall.events..", ROOT + "server..", ROOT + "cli..");

    @ArchTest
    static final ArchRule THE_CLIENT_KNOWS_THE_API_AND_NOTHING_ELSE = noClasses()
            .that()
            .resideInAPackage(ROOT + "client")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "org.apache.kafka..",
                    "dev.rollcall.events..",
                    "dev.rollcall.identity..",
                    ROOT + "server..",
                    ROOT + "engine..");

    @ArchTest
    static final ArchRule ONLY_THE_APPLICATION_KNOWS_THE_SERVICES = noClasses()
            .that()
            .doNotHaveSimpleName("StandaloneApplication")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.rollcall.upload..", "dev.rollcall.registration..", "dev.rollcall.status..");

    @ArchTest
    static final ArchRule NOBODY_SLEEPS = noClasses().should().callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule NOBODY_USES_THE_STANDARD_STREAMS = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule COMMANDS_ARE_NOT_USED_BY_OTHERS = classes()
            .that()
            .resideInAPackage(ROOT + "cli")
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAPackage(ROOT + "cli");
}
