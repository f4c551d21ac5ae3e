/// The only package that sees the AWS SDK: it signs in to accounts, lists the commitments of each
/// service, publishes to SNS, keeps the ledger, and explains each refusal.
@NullMarked
package dev.riexpiry.aws;

import org.jspecify.annotations.NullMarked;
