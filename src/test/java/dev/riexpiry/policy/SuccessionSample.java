package dev.riexpiry.policy;

import dev.riexpiry.Sample;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Label;
import dev.riexpiry.commitment.Offering;
import dev.riexpiry.commitment.Scope;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.commitment.Term;
import dev.riexpiry.commitment.Unit;
import java.time.Instant;
import java.util.Optional;

/// An EC2 reservation in which a test changes one thing at a time.
record SuccessionSample(
    AccountId account,
    String region,
    Service service,
    String id,
    CommitmentState state,
    String type,
    String platform,
    Optional<String> offeringClass,
    String start,
    String end) {
  static SuccessionSample of(String id, CommitmentState state, String start, String end) {
    return new SuccessionSample(
        Sample.WEB,
        "us-east-1",
        Service.EC2,
        id,
        state,
        "m5.large",
        "Linux/UNIX",
        Optional.of("standard"),
        start,
        end);
  }

  SuccessionSample account(AccountId other) {
    return new SuccessionSample(
        other, region, service, id, state, type, platform, offeringClass, start, end);
  }

  SuccessionSample region(String other) {
    return new SuccessionSample(
        account, other, service, id, state, type, platform, offeringClass, start, end);
  }

  SuccessionSample service(Service other) {
    return new SuccessionSample(
        account, region, other, id, state, type, platform, offeringClass, start, end);
  }

  SuccessionSample state(CommitmentState other) {
    return new SuccessionSample(
        account, region, service, id, other, type, platform, offeringClass, start, end);
  }

  SuccessionSample type(String other) {
    return new SuccessionSample(
        account, region, service, id, state, other, platform, offeringClass, start, end);
  }

  SuccessionSample platform(String other) {
    return new SuccessionSample(
        account, region, service, id, state, type, other, offeringClass, start, end);
  }

  SuccessionSample offeringClass(String other) {
    return new SuccessionSample(
        account,
        region,
        service,
        id,
        state,
        type,
        platform,
        Optional.of(other).filter(text -> !text.isEmpty()),
        start,
        end);
  }

  SuccessionSample from(String other) {
    return new SuccessionSample(
        account, region, service, id, state, type, platform, offeringClass, other, end);
  }

  SuccessionSample to(String other) {
    return new SuccessionSample(
        account, region, service, id, state, type, platform, offeringClass, start, other);
  }

  Commitment commitment() {
    return new Commitment(
        account,
        region,
        service,
        id,
        state,
        new Covered.Resources(
            type,
            4,
            Unit.INSTANCES,
            new Scope.Region(region),
            Optional.of(platform),
            Optional.of("default"),
            false),
        new Offering(Optional.of("No Upfront"), offeringClass),
        new Term(Instant.parse(start), Instant.parse(end)),
        Optional.empty(),
        Label.NONE);
  }
}
