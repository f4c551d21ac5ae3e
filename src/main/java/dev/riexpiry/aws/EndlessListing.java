package dev.riexpiry.aws;

/// A listing that does not come to its end: what it gave counts, and the rest is unread.
final class EndlessListing extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EndlessListing(String message) {
    super(message);
  }
}
