package dev.riexpiry.aws;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.text.Redaction;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsExecutionAttribute;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.regions.Region;

/// Sees every call to AWS that this process makes, those included by which the SDK signs a profile
/// in: the SDK finds it by name and hands it to each of its clients. While nobody listens it does
/// nothing.
public final class CallWatch implements ExecutionInterceptor {
  private static final AtomicReference<@Nullable Consumer<MadeCall>> LISTENER =
      new AtomicReference<>();
  private static final ExecutionAttribute<AccountId> ACCOUNT =
      new ExecutionAttribute<>("ri-expiry-notifier.account");
  private static final ExecutionAttribute<UnderWay> UNDER_WAY =
      new ExecutionAttribute<>("ri-expiry-notifier.call");

  /// What the ids of all services look like. An answer that puts something else there, such as a
  /// key of the request, is not shown.
  private static final Pattern REQUEST_ID =
      Pattern.compile("(?!.*(AKIA|ASIA)[A-Z0-9]{12})[A-Za-z0-9-]{1,64}");

  /// Made by the SDK.
  public CallWatch() {}

  /// Passes every call from now on to `listener`, in the thread that made it, until the result is
  /// closed.
  public static Listening listen(Consumer<MadeCall> listener) {
    LISTENER.set(requireNonNull(listener, "listener is null"));
    return () -> LISTENER.set(null);
  }

  /// Notes whose account a request is about.
  static void about(AccountId account, AwsRequestOverrideConfiguration.Builder request) {
    if (LISTENER.get() != null) {
      request.putExecutionAttribute(ACCOUNT, account);
    }
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    if (LISTENER.get() != null) {
      attributes.putAttribute(UNDER_WAY, new UnderWay());
    }
  }

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    UnderWay call = attributes.getAttribute(UNDER_WAY);
    if (call != null) {
      call.attempts.incrementAndGet();
    }
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    over(attributes, requestId(context.response()), "ok");
  }

  @Override
  public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
    if (context.exception() instanceof AwsServiceException e) {
      over(attributes, Optional.ofNullable(e.requestId()), code(e) + "/" + e.statusCode());
    } else {
      over(attributes, Optional.empty(), context.exception().getClass().getSimpleName());
    }
  }

  private static String code(AwsServiceException e) {
    return Redaction.of(
        e.awsErrorDetails() == null
            ? "unknown"
            : OptionalMembers.orUnknown(e.awsErrorDetails().errorCode()));
  }

  private static Optional<String> requestId(SdkResponse response) {
    return response instanceof AwsResponse answer && answer.responseMetadata() != null
        ? Optional.ofNullable(answer.responseMetadata().requestId())
        : Optional.empty();
  }

  private static void over(
      ExecutionAttributes attributes, Optional<String> requestId, String outcome) {
    Consumer<MadeCall> listener = LISTENER.get();
    UnderWay call = attributes.getAttribute(UNDER_WAY);
    if (listener == null || call == null) {
      return;
    }
    Region region = attributes.getAttribute(AwsExecutionAttribute.AWS_REGION);
    listener.accept(
        new MadeCall(
            OptionalMembers.orUnknown(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME)),
            OptionalMembers.orUnknown(
                attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME)),
            Optional.ofNullable(attributes.getAttribute(ACCOUNT)),
            region == null ? "none" : region.id(),
            Duration.ofNanos(System.nanoTime() - call.nanos),
            call.attempts.get(),
            requestId.filter(REQUEST_ID.asMatchPredicate()),
            outcome));
  }

  /// Ends listening.
  public interface Listening extends AutoCloseable {
    @Override
    void close();
  }

  /// A call under way; one thread at a time works on it.
  private static final class UnderWay {
    private final long nanos = System.nanoTime();
    private final AtomicInteger attempts = new AtomicInteger();
  }
}
