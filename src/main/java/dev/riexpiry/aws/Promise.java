package dev.riexpiry.aws;

import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpResponse;

/// What the head of an answer promises of the body. The JDK does not miss what is missing: neither
/// bytes that were counted, nor the end of a head that breaks off.
sealed interface Promise {
  /// A body of so many bytes.
  record Bytes(long count) implements Promise {}

  /// A body that tells by itself where it ends.
  record Nothing() implements Promise {}

  /// A body that ends with the connection. AWS says how long an answer is, or sends it in chunks,
  /// and answers nothing with nothing but to a PUT: an empty one of this kind is a head that broke
  /// off.
  record Something() implements Promise {}

  static Promise of(SdkHttpMethod method, SdkHttpResponse head) {
    Optional<Long> length = head.firstMatchingHeader("Content-Length").map(Long::valueOf);
    return length
        .<Promise>map(Bytes::new)
        .orElseGet(() ->
            method == SdkHttpMethod.PUT || head.firstMatchingHeader("Transfer-Encoding").isPresent()
                ? new Nothing()
                : new Something());
  }

  /// Tells whether a body of `count` bytes breaks the promise.
  default boolean isBrokenBy(long count) {
    return switch (this) {
      case Bytes(long promised) -> count < promised;
      case Nothing _ -> false;
      case Something _ -> count == 0;
    };
  }
}
