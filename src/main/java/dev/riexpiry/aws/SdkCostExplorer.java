package dev.riexpiry.aws;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.PayerScope;
import dev.riexpiry.account.RemoteRole;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.payer.CostExplorer;
import dev.riexpiry.sweep.Identity;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/// Signs in to the account of a payer, and makes sure that it is that one.
final class SdkCostExplorer implements CostExplorer {
  private final AwsClients clients;

  /// @param clients the SDK clients
  SdkCostExplorer(AwsClients clients) {
    this.clients = requireNonNull(clients, "clients is null");
  }

  @Override
  public Outcome<Session> signIn(PayerScope payer, Optional<Outcome<Identity>> known) {
    return enter(payer, known).map(session -> session);
  }

  Outcome<CostExplorerSession> enter(PayerScope payer, Optional<Outcome<Identity>> known) {
    return payer
        .role()
        .map(role -> assume(payer, role))
        .orElseGet(() ->
            known
                .orElseGet(new StsSignIn(clients, Patience.USUAL)::caller)
                .flatMap(caller ->
                    payer
                        .id()
                        .flatMap(id -> caller.refusal(payer.account(id)))
                        .<Outcome<CostExplorerSession>>map(Outcome.Failed::new)
                        .orElseGet(() -> new Outcome.Found<>(own(caller)))));
  }

  private Outcome<CostExplorerSession> assume(PayerScope payer, RemoteRole role) {
    AccountId id = payer.id().orElseThrow();
    return new StsSignIn(clients, Patience.USUAL)
        .assume(role, payer.account(id))
        .map(credentials ->
            new CostExplorerSession(
                id,
                Optional.empty(),
                clients,
                StaticCredentialsProvider.create(credentials),
                Patience.USUAL));
  }

  private CostExplorerSession own(Identity caller) {
    return new CostExplorerSession(
        caller.account(), Optional.of(caller), clients, clients.caller(), Patience.USUAL);
  }
}
