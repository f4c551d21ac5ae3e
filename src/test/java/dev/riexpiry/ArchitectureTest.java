package dev.riexpiry;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String ROOT = "dev.riexpiry.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(Path.of("target/classes"));

  @Test
  void eachPackageUsesOnlyThosePackagesItMay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("text")
        .definedBy(ROOT + "text")
        .layer("input")
        .definedBy(ROOT + "input")
        .layer("log")
        .definedBy(ROOT + "log")
        .layer("commitment")
        .definedBy(ROOT + "commitment")
        .layer("expiry")
        .definedBy(ROOT + "expiry")
        .layer("renewal")
        .definedBy(ROOT + "renewal")
        .layer("payment")
        .definedBy(ROOT + "payment")
        .layer("ignore")
        .definedBy(ROOT + "ignore")
        .layer("account")
        .definedBy(ROOT + "account")
        .layer("sweep")
        .definedBy(ROOT + "sweep")
        .layer("ledger")
        .definedBy(ROOT + "ledger")
        .layer("alert")
        .definedBy(ROOT + "alert")
        .layer("check")
        .definedBy(ROOT + "check")
        .layer("aws")
        .definedBy(ROOT + "aws")
        .layer("lambda")
        .definedBy(ROOT + "lambda")
        .layer("cli")
        .definedBy(ROOT + "cli")
        .whereLayer("text")
        .mayNotAccessAnyLayer()
        .whereLayer("input")
        .mayOnlyAccessLayers("text")
        .whereLayer("log")
        .mayOnlyAccessLayers("text")
        .whereLayer("commitment")
        .mayNotAccessAnyLayer()
        .whereLayer("expiry")
        .mayOnlyAccessLayers("commitment")
        .whereLayer("renewal")
        .mayOnlyAccessLayers("commitment", "expiry")
        .whereLayer("payment")
        .mayOnlyAccessLayers("commitment", "expiry")
        .whereLayer("ignore")
        .mayOnlyAccessLayers("commitment", "expiry")
        .whereLayer("account")
        .mayOnlyAccessLayers("commitment", "ignore", "input")
        .whereLayer("sweep")
        .mayOnlyAccessLayers("text", "commitment", "ignore", "account")
        .whereLayer("ledger")
        .mayOnlyAccessLayers("text", "commitment", "expiry", "payment", "account", "sweep")
        .whereLayer("alert")
        .mayOnlyAccessLayers(
            "text",
            "commitment",
            "expiry",
            "renewal",
            "payment",
            "ignore",
            "account",
            "sweep",
            "ledger")
        .whereLayer("check")
        .mayOnlyAccessLayers(
            "text",
            "input",
            "commitment",
            "expiry",
            "renewal",
            "payment",
            "ignore",
            "account",
            "sweep",
            "ledger",
            "alert")
        .whereLayer("aws")
        .mayOnlyAccessLayers(
            "text",
            "input",
            "commitment",
            "expiry",
            "renewal",
            "payment",
            "ignore",
            "account",
            "sweep",
            "ledger",
            "alert",
            "check")
        .whereLayer("lambda")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .check(CLASSES);
  }

  @Test
  void onlyAwsSeesTheSdkOnlyLambdaTheLambdaLibrariesOnlyCliPicocli() {
    onlyIn("aws", "software.amazon.awssdk..");
    onlyIn("lambda", "com.amazonaws..", "software.amazon.lambda..");
    onlyIn("cli", "picocli..", "de.siegmar..");
    onlyIn("log", "org.slf4j..");
  }

  @Test
  void theDomainNeedsNothingButJava() {
    noClasses()
        .that()
        .resideInAnyPackage(
            ROOT + "commitment",
            ROOT + "expiry",
            ROOT + "renewal",
            ROOT + "payment",
            ROOT + "ignore",
            ROOT + "text")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("java..", "dev.riexpiry..", "org.jspecify..")
        .check(CLASSES);
  }

  @Test
  void whatTheDomainHandsOnAreValues() {
    classes()
        .that()
        .resideInAnyPackage(ROOT + "commitment", ROOT + "expiry", ROOT + "payment", ROOT + "ignore")
        .and()
        .areTopLevelClasses()
        .and()
        .doNotHaveSimpleName("package-info")
        .should()
        .beRecords()
        .orShould()
        .beEnums()
        .orShould()
        .beInterfaces()
        .check(CLASSES);
  }

  @Test
  void theClockIsReadOnlyWhereItIsInjected() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(CLASSES);
  }

  @Test
  void everyPackageSaysWhatItIsForAndNoneIsADumpingGround() {
    for (JavaPackage java : CLASSES.getPackage("dev.riexpiry").getSubpackagesInTree()) {
      String name = java.getName();
      assertThat(Path.of("src/main/java", name.replace('.', '/'), "package-info.java")).exists();
      assertThat(name).doesNotContain("util", "common", "helper", "misc");
    }
  }

  @Test
  void everyTestIsNamedByTheRuleItHolds() {
    methods()
        .that()
        .areAnnotatedWith(Test.class)
        .should()
        .haveNameNotStartingWith("test")
        .check(new ClassFileImporter().importPath(Path.of("target/test-classes")));
  }

  private static void onlyIn(String owner, String... packages) {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + owner)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages)
        .check(CLASSES);
  }
}
