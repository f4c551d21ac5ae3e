package dev.riexpiry.payer;

import dev.riexpiry.account.PayerScope;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.payer.CostExplorer.Session;
import dev.riexpiry.sweep.Identity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The Cost Explorer of a payer as a table: what it lists of each service. What the table does not
/// hold is an empty listing.
public final class FakeCostExplorer implements CostExplorer, Session {
  private final AccountId payer;
  private final Map<Service, List<Row>> rows = new HashMap<>();
  private final Map<Service, List<Row>> rowsOfWeek = new HashMap<>();
  private final Map<Service, Failure> failures = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private Optional<Failure> refusal = Optional.empty();
  private Optional<Failure> failureOfWeek = Optional.empty();

  /// @param payer the management account
  public FakeCostExplorer(AccountId payer) {
    this.payer = payer;
  }

  public FakeCostExplorer lists(Service service, Row... more) {
    rows.computeIfAbsent(service, _ -> new ArrayList<>()).addAll(Arrays.asList(more));
    return this;
  }

  /// Lists something else of the last 7 days.
  public FakeCostExplorer listsOfWeek(Service service, Row... other) {
    rowsOfWeek.put(service, List.of(other));
    return this;
  }

  public FakeCostExplorer failsOfWeek(Failure failure) {
    failureOfWeek = Optional.of(failure);
    return this;
  }

  /// The listings that were asked for, with their first and last days.
  public List<String> asked() {
    return asked;
  }

  public FakeCostExplorer fails(Service service, Failure failure) {
    failures.put(service, failure);
    return this;
  }

  public FakeCostExplorer refuses(Failure failure) {
    refusal = Optional.of(failure);
    return this;
  }

  /// A reservation of two m5.large in us-east-1 that was used for three quarters of 720 hours, at
  /// 0.10 USD an hour where 0.16 is the on-demand price.
  ///
  /// @param more names and values in turn, in place of the usual ones
  public static Row reservation(
      AccountId owner, String id, String start, String end, String... more) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("accountId", owner.value());
    members.put("accountName", "account " + owner);
    members.put("averageOnDemandHourlyRate", "0.16");
    members.put("endDateTime", end);
    members.put("instanceType", "m5.large");
    members.put("leaseId", id);
    members.put("numberOfInstances", "2");
    members.put("platform", "Linux/UNIX");
    members.put("region", "us-east-1");
    members.put("startDateTime", start);
    members.put("subscriptionStatus", "Active");
    members.put("subscriptionType", "No Upfront");
    members.put("tenancy", "Shared");
    members.put("UtilizationPercentage", "75");
    members.put("PurchasedHours", "1440");
    members.put("UnusedHours", "360");
    members.put("OnDemandCostOfRIHoursUsed", "172.8");
    members.put("NetRISavings", "28.8");
    members.put("TotalAmortizedFee", "144");
    for (int i = 0; i < more.length; i += 2) {
      members.put(more[i], more[i + 1]);
    }
    return Row.of(members);
  }

  @Override
  public Outcome<Session> signIn(PayerScope scope, Optional<Outcome<Identity>> known) {
    return refusal
        .<Outcome<Session>>map(Outcome.Failed::new)
        .orElseGet(() -> new Outcome.Found<>(this));
  }

  @Override
  public AccountId account() {
    return payer;
  }

  @Override
  public Optional<Identity> caller() {
    return Optional.empty();
  }

  @Override
  public String currency() {
    return "USD";
  }

  @Override
  public Outcome<Optional<AccountId>> managementAccount() {
    return new Outcome.Found<>(Optional.of(payer));
  }

  @Override
  public Outcome<Page> page(Question question, Window window, Optional<String> token) {
    boolean ofWeek = window.from().plusDays(6).equals(window.to());
    asked.add("%s %s/%s".formatted(question.name(), window.from(), window.to()));
    return Optional.ofNullable(failures.get(question.service()))
        .or(() -> failureOfWeek.filter(_ -> ofWeek))
        .<Outcome<Page>>map(Outcome.Failed::new)
        .orElseGet(() -> new Outcome.Found<>(new Page(rows(question, ofWeek), Optional.empty())));
  }

  /// The rows of a listing; a service that has two names is listed under its first.
  private List<Row> rows(Question question, boolean ofWeek) {
    List<Row> listed = rows.getOrDefault(question.service(), List.of());
    return Question.about(question.service()).getFirst().equals(question)
        ? ofWeek ? rowsOfWeek.getOrDefault(question.service(), listed) : listed
        : List.of();
  }

  @Override
  public Session patient() {
    return this;
  }
}
