package dev.riexpiry;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String ROOT = "dev.riexpiry.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(Path.of("target/classes"));

  /// Which packages each may use, from the ground floor up.
  private static final Map<String, String> MAY_USE =
      Map.ofEntries(
          Map.entry("text", ""),
          Map.entry("commitment", ""),
          Map.entry("input", "text"),
          Map.entry("log", "text"),
          Map.entry("finding", "commitment"),
          Map.entry("policy", "commitment finding"),
          Map.entry("account", "commitment policy input"),
          Map.entry("ledger", "commitment finding"),
          Map.entry("alert", "text input commitment finding policy"),
          Map.entry("delivery", "text input commitment finding account alert ledger"),
          Map.entry("signin", "text input"),
          Map.entry("sweep", "text commitment finding policy account"),
          Map.entry("payer", "commitment finding account sweep"),
          Map.entry("cost", "commitment finding account sweep payer"),
          Map.entry(
              "check",
              "text input commitment finding policy account ledger alert delivery sweep payer"),
          Map.entry("page", "text input commitment finding policy alert delivery check cost"),
          Map.entry(
              "verify",
              "text input commitment finding account ledger alert delivery sweep payer cost"),
          Map.entry("init", "text input commitment account signin"),
          Map.entry(
              "aws",
              "text input signin commitment finding account ledger alert delivery sweep payer cost verify"),
          Map.entry(
              "notifier",
              "text input commitment finding policy account ledger alert delivery sweep payer cost signin check verify aws"),
          Map.entry(
              "lambda",
              "text log input commitment finding policy account ledger alert delivery sweep payer cost check page verify aws notifier"),
          Map.entry(
              "cli",
              "text log input commitment finding policy account ledger alert delivery sweep payer cost signin init check page verify aws notifier"));

  @Test
  void eachPackageUsesOnlyThosePackagesItMay() {
    LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (String name : MAY_USE.keySet()) {
      layers = layers.layer(name).definedBy(ROOT + name);
    }
    for (Map.Entry<String, String> arrows : MAY_USE.entrySet()) {
      LayeredArchitecture.LayerDependencySpecification layer = layers.whereLayer(arrows.getKey());
      layers =
          arrows.getValue().isEmpty()
              ? layer.mayNotAccessAnyLayer()
              : layer.mayOnlyAccessLayers(arrows.getValue().split(" "));
    }
    layers.check(CLASSES);
  }

  @Test
  void everyPackageHasItsArrows() {
    assertThat(CLASSES.getPackage("dev.riexpiry").getSubpackagesInTree())
        .extracting(java -> java.getName().substring(ROOT.length()))
        .containsExactlyInAnyOrderElementsOf(MAY_USE.keySet());
  }

  @Test
  void onlyAwsSeesTheSdkOnlyLambdaTheLambdaLibrariesOnlyCliPicocli() {
    onlyIn("aws", "software.amazon.awssdk..");
    onlyIn("lambda", "com.amazonaws..", "software.amazon.lambda..");
    onlyIn("cli", "picocli..");
    onlyIn("page", "de.siegmar..", "biweekly..");
    onlyIn("log", "org.slf4j..");
  }

  @Test
  void theDomainNeedsNothingButJava() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + "commitment", ROOT + "finding", ROOT + "policy")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("java..", "dev.riexpiry..", "org.jspecify..")
        .check(CLASSES);
  }

  @Test
  void whatTheDomainHandsOnAreValues() {
    classes()
        .that()
        .resideInAnyPackage(ROOT + "commitment", ROOT + "finding")
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
