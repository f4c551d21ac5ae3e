package dev.riexpiry.aws;

import static java.util.Objects.requireNonNull;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.http.Abortable;

/// The body of one answer, counted while it is read. What is wrong with it is thrown past those who
/// parse it, which would call it a fault of the text: a broken one as what the SDK tries again, an
/// oversized one as what it does not.
final class CountedBody extends InputStream {
  private final InputStream body;
  private final int status;
  private final Promise promise;
  private final long mostBytes;
  private final AnswerMemory memory;
  private final Abortable connection;
  private long bytes;
  private long marks;
  private long taken;

  /// @param body what is read
  /// @param status of HTTP
  /// @param promise what the head says of the length
  /// @param mostBytes the most that is read
  /// @param memory for what is made of it
  /// @param connection is ended with a body that is larger
  CountedBody(
      InputStream body,
      int status,
      Promise promise,
      long mostBytes,
      AnswerMemory memory,
      Abortable connection) {
    this.body = requireNonNull(body, "body is null");
    this.status = status;
    this.promise = requireNonNull(promise, "promise is null");
    this.mostBytes = mostBytes;
    this.memory = requireNonNull(memory, "memory is null");
    this.connection = requireNonNull(connection, "connection is null");
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] into, int from, int most) {
    int now;
    try {
      now = body.read(into, from, most);
    } catch (SocketTimeoutException e) {
      throw again(BrokenAnswer.late(status, e));
    } catch (RetryableException | OversizedAnswer e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // The JDK fails in any way if another thread ends the connection.
      throw again(BrokenAnswer.cutOff(status, e));
    }
    if (now < 0) {
      end();
    } else {
      count(AnswerMemory.marks(into, from, now), now);
    }
    return now;
  }

  private void end() {
    if (promise.isBrokenBy(bytes)) {
      throw again(
          BrokenAnswer.cutOff(
              status, new EOFException("it ended after %d bytes".formatted(bytes))));
    }
    Begun.end();
  }

  private void count(long moreMarks, int moreBytes) {
    bytes += moreBytes;
    marks += moreMarks;
    if (bytes > mostBytes || marks > memory.mostMarks()) {
      connection.abort();
      throw new OversizedAnswer(status, Math.min(bytes, mostBytes));
    }
    if (bytes > AnswerMemory.MEGABYTE) {
      if (!memory.take(moreMarks)) {
        connection.abort();
        throw again(
            BrokenAnswer.cutOff(status, new IOException("other large answers took up the memory")));
      }
      taken += moreMarks;
    }
  }

  private static RetryableException again(BrokenAnswer answer) {
    return RetryableException.builder().message(answer.getMessage()).cause(answer).build();
  }

  @Override
  public int available() throws IOException {
    return body.available();
  }

  @Override
  public void close() throws IOException {
    memory.giveBack(taken);
    taken = 0;
    body.close();
  }
}
