package dev.riexpiry.ledger;

/// What tests of checks rest on does what the real one does.
class FakeAcknowledgementsTest implements AcknowledgementsContract {
  @Override
  public Both both() {
    FakeLedger ledger = new FakeLedger();
    return new Both(ledger, ledger);
  }
}
