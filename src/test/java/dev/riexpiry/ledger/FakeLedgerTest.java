package dev.riexpiry.ledger;

class FakeLedgerTest implements LedgerContract {
  @Override
  public Ledger ledger() {
    return new FakeLedger();
  }
}
