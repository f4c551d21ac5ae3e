package dev.riexpiry.cli;

import dev.riexpiry.check.CheckReport;
import dev.riexpiry.delivery.ReportFile;
import dev.riexpiry.delivery.ReportPlace;
import dev.riexpiry.input.Fault;
import dev.riexpiry.page.ReportFiles;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

final class ReportCommand implements Callable<Integer> {
  private static final String BUCKET = "s3:";

  private final Surroundings surroundings;
  private final Terminal terminal;
  private final InstantSource clock;
  private final Runner runner;
  private final CommandSpec spec =
      Syntax.command(
          "report",
          "Reads the accounts and writes a page to look at, and its data beside it. Sends nothing.",
          this);
  private final CheckOptions options = new CheckOptions(spec);
  private final CostMetricOption metric = new CostMetricOption();
  private final OptionSpec to =
      Syntax.text(
              ReportFolder.OPTION,
              "FOLDER",
              "Where the files go: a folder, or s3://BUCKET/FOLDER/. What is there under their names"
                  + " is replaced.")
          .build();

  private final ReportPlaceOptions bucket;

  ReportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.terminal = surroundings.terminal();
    this.clock = surroundings.clock();
    this.runner = new Runner(surroundings);
    metric.addTo(spec);
    spec.addOption(to);
    this.bucket = new ReportPlaceOptions(spec, ReportFolder.OPTION);
  }

  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    List<Fault> faults = new ArrayList<>();
    Optional<String> where = Optional.ofNullable(to.getValue());
    Optional<ReportPlace> place = bucket.read(text -> text.startsWith(BUCKET), faults);
    Optional<ReportFolder> folder =
        where.filter(text -> text.strip().startsWith(BUCKET)).isPresent()
            ? Optional.empty()
            : ReportFolder.read(where, faults);
    Runner.Ran ran = runner.runWithCosts(options, metric.read(faults), faults);
    CheckReport report = ran.report();
    List<ReportFile> files = ReportFiles.of(report, ran.costs(), clock.instant());
    return place
            .map(found -> upload(found).write(files, report.summary().terms().checkDate().date()))
            .orElseGet(() -> write(files, folder.orElseThrow()))
        ? ExitStatus.of(report, options.failOnExpiring()).code()
        : ExitStatus.FAILED.code();
  }

  private ReportUpload upload(ReportPlace place) {
    return new ReportUpload(surroundings, options.access(), place);
  }

  /// After a file that cannot be written there is none. A file of an earlier report that this one
  /// has not would pass for a part of it.
  private boolean write(List<ReportFile> files, ReportFolder folder) {
    if (!options.quiet()) {
      terminal.err().println("Writing to " + folder.path());
    }
    return ReportFiles.NOT_ALWAYS.stream()
            .filter(name -> files.stream().noneMatch(file -> file.name().equals(name)))
            .allMatch(name -> remove(folder, name))
        && files.stream().allMatch(file -> write(folder, file));
  }

  private boolean remove(ReportFolder folder, String name) {
    try {
      folder.remove(name);
      return true;
    } catch (IOException e) {
      terminal
          .err()
          .printf(
              "NOT REMOVED: %s (%s), which is of an earlier report; nothing was written%n"
                  + "  To mend it: remove it, and let this user write to %s%n",
              folder.path().resolve(name), e.getClass().getSimpleName(), folder.path());
      return false;
    }
  }

  private boolean write(ReportFolder folder, ReportFile file) {
    try {
      terminal.out().println(folder.write(file));
      return true;
    } catch (IOException e) {
      terminal
          .err()
          .printf(
              "NOT WRITTEN: %s (%s), nor what comes after it%n"
                  + "  To mend it: make room on the disk of %s, and let this user write to it%n",
              folder.path().resolve(file.name()), e.getClass().getSimpleName(), folder.path());
      return false;
    }
  }
}
