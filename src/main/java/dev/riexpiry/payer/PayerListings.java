package dev.riexpiry.payer;

import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Appraisals;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.payer.CostExplorer.Page;
import dev.riexpiry.payer.CostExplorer.Session;
import dev.riexpiry.sweep.Stop;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Lists the commitments of one service after the other, page by page.
///
/// - requests: at most 200 in a run, of which each costs one cent (USD)
/// - a listing whose data changes while it is paged through begins anew once
/// - after a listing that did not answer at all, with all patience, no other is asked
final class PayerListings {
  static final int MOST_REQUESTS = 200;

  /// The codes by which Cost Explorer says that a listing has changed while it was paged through.
  private static final Set<String> CHANGED =
      Set.of("RequestChangedException", "InvalidNextTokenException", "BillExpirationException");

  private static final String NO_DATA = "DataUnavailableException";

  private final Session session;
  private final Window window;
  private final Stop stop;
  private final List<PayerListing> listings = new ArrayList<>();
  private final Map<Appraisals.Key, BigDecimal> rates = new HashMap<>();
  private final Set<String> unknownServices = new TreeSet<>();
  private int asked;
  private int answered;
  private Optional<Failure> silence = Optional.empty();

  /// @param asked the requests of the run so far
  PayerListings(Session session, Window window, Stop stop, int asked) {
    this.session = session;
    this.window = window;
    this.stop = stop;
    this.asked = asked;
  }

  /// Lists the commitments of a service, under all its names.
  void read(Service service) {
    Map<Appraisals.Key, PayerCommitment> found = new LinkedHashMap<>();
    List<Failure> failures = new ArrayList<>();
    for (Question question : Question.about(service)) {
      Part part = part(question);
      if (part.failure.filter(why -> CHANGED.contains(why.code())).isPresent()) {
        part = part(question);
      }
      part.failure.ifPresent(failures::add);
      for (Row row : part.rows) {
        take(row, question, found, failures);
      }
    }
    listings.add(
        new PayerListing(
            service, Pairs.told(found.values(), rates), failures.stream().distinct().toList()));
  }

  private void take(
      Row row,
      Question question,
      Map<Appraisals.Key, PayerCommitment> found,
      List<Failure> failures) {
    row.text("service")
        .filter(name -> !Question.about(question.service()).contains(named(question, name)))
        .ifPresent(unknownServices::add);
    new Listed(row, question, window, session.currency())
        .read()
        .ifPresentOrElse(
            item -> {
              Appraisals.Key key = Appraisals.Key.of(item.commitment());
              found.putIfAbsent(key, item);
              row.positive("averageOnDemandHourlyRate")
                  .ifPresent(rate -> rates.putIfAbsent(key, rate));
            },
            () ->
                failures.add(
                    new Failure(
                        question.action(),
                        Failure.UNUSABLE_ANSWER,
                        "Cost Explorer lists %s without its account, its id or its end"
                            .formatted(row.text("subscriptionId").orElse("a commitment")),
                        "look it up in the AWS console; if it repeats, report it as a defect of"
                            + " this program")));
  }

  private static Question named(Question question, String name) {
    return new Question(question.service(), name);
  }

  private Part part(Question question) {
    List<Row> rows = new ArrayList<>();
    Set<String> tokens = new HashSet<>();
    Optional<String> token = Optional.empty();
    do {
      switch (page(question, token)) {
        case Outcome.Failed<Page>(Failure failure) -> {
          return new Part(rows, Optional.of(failure));
        }
        case Outcome.Found<Page>(Page page) -> {
          rows.addAll(page.rows());
          token = page.next();
        }
      }
    } while (token.filter(tokens::add).isPresent());
    return new Part(
        rows,
        token.map(_ ->
            new Failure(
                question.action(),
                "EndlessListing",
                "a page token came again, so that the listing would never end",
                "run the check again; if it repeats, see whether a proxy changes answers")));
  }

  private Outcome<Page> page(Question question, Optional<String> token) {
    if (silence.isPresent()) {
      return new Outcome.Failed<>(silence.get().in(question.action()));
    }
    if (stop.isDue()) {
      return new Outcome.Failed<>(stop.failure(question.action()));
    }
    if (asked == MOST_REQUESTS) {
      return new Outcome.Failed<>(
          new Failure(
              question.action(),
              "RequestLimit",
              "Cost Explorer was asked for %s pages, and there are more".formatted(MOST_REQUESTS),
              "narrow \"services\" in the accounts file"));
    }
    asked++;
    Outcome<Page> page = patient(question, token);
    if (page instanceof Outcome.Found<Page>) {
      answered++;
    }
    return page;
  }

  /// Asks once more, with more patience, where there was no answer in time.
  private Outcome<Page> patient(Question question, Optional<String> token) {
    Outcome<Page> first = session.page(question, window, token);
    if (first.failure().filter(Failure::isSilence).isEmpty()) {
      return first;
    }
    Outcome<Page> second = session.patient().page(question, window, token);
    silence = second.failure().filter(Failure::isSilence);
    return second;
  }

  /// All listings. Cost Explorer says of a service without a commitment that there is no data, and
  /// says the same of days that are too new and while it is not set up yet: there is none only
  /// where another listing of the same days holds some.
  List<PayerListing> all() {
    boolean dataThere = listings.stream().anyMatch(listing -> !listing.commitments().isEmpty());
    return dataThere
        ? listings.stream()
            .map(listing ->
                new PayerListing(
                    listing.service(),
                    listing.commitments(),
                    listing.failures().stream()
                        .filter(failure -> !failure.code().equals(NO_DATA))
                        .toList()))
            .toList()
        : List.copyOf(listings);
  }

  int requests() {
    return answered;
  }

  List<String> warnings() {
    return unknownServices.stream()
        .map(name ->
            "Cost Explorer lists reservations of a service that this version does not know: "
                + name)
        .toList();
  }

  /// What one question gave.
  private record Part(List<Row> rows, Optional<Failure> failure) {}
}
