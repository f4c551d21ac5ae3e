/// The only package that sees the AWS SDK: how accounts are entered, how each service lists its
/// commitments, how SNS takes a message, and what each refusal means.
@NullMarked
package dev.riexpiry.aws;

import org.jspecify.annotations.NullMarked;
