package dev.riexpiry.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/// A server in AWS's place, in a process of its own: it knows just enough HTTP to take a request
/// with a body of stated length, and answers it with canned bytes after a stated time.
///
/// One thread does it all, because it shares the processors with what is measured. It takes orders
/// on standard input, and ends with it:
///
/// - `latency 50`: answer after so many milliseconds
/// - `throttled 10`, `failing 10`: say to so many calls in a thousand that they came too fast, or
///   answer them with an error of the server's own
/// - `hanging 100`, `refusing 50`: of so many accounts, one with reservations that are asked for in
///   vain, or with a role that cannot be assumed; none if 0
/// - `holding 40`: let the first so many accounts hold reservations, and no other; all if 0
/// - `accounts 1000`, `regions us-east-1,us-east-2`: let the caller's Cost Explorer list what so
///   many accounts have in these regions
/// - `counts`: print calls, connections opened, the most calls under way at once, the mean lateness
///   of an answer in microseconds, all since this was last asked, and the milliseconds since the
///   last answer
final class CannedAws implements Runnable {
  private static final int BACKLOG = 1024;
  private static final int REQUEST_LIMIT = 1 << 16;
  private static final long HALF_A_MILLISECOND = 500_000;
  private static final long MILLISECOND = 1_000_000;

  /// Keeps two kinds of faults from meeting in one call.
  private static final long OFFSET = 50;

  /// Neither is a multiple of [CannedAnswers#ACCOUNTS_PER_EXPIRING].
  private static final long HANGING = 37;

  private static final long REFUSING = 25;

  private final Selector selector;
  private final ServerSocketChannel server;
  private final PriorityQueue<Reply> replies =
      new PriorityQueue<>(Comparator.comparingLong(Reply::dueNanos));
  private final AtomicReference<Counts> counts = new AtomicReference<>(new Counts());
  private final AtomicLong holding = new AtomicLong();
  private final AtomicLong latencyNanos = new AtomicLong();
  private final AtomicLong throttledPerThousand = new AtomicLong();
  private final AtomicLong failingPerThousand = new AtomicLong();
  private final AtomicLong accountsPerHanging = new AtomicLong();
  private final AtomicLong accountsPerRefusing = new AtomicLong();
  private final AtomicReference<PayerAnswers> payer =
      new AtomicReference<>(new PayerAnswers(0, List.of(CannedAnswers.FIRST_REGION)));
  private long received;

  CannedAws() throws IOException {
    selector = Selector.open();
    server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    server.configureBlocking(false);
    server.register(selector, SelectionKey.OP_ACCEPT);
  }

  /// Serves until standard input ends.
  public static void main(String[] args) throws IOException {
    CannedAws aws = new CannedAws();
    Thread loop = new Thread(aws, "stand-in");
    loop.setDaemon(true);
    loop.start();
    System.out.println(aws.server.socket().getLocalPort());
    BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String order = orders.readLine(); order != null; order = orders.readLine()) {
      aws.obey(order);
    }
  }

  private void obey(String order) {
    String[] words = order.split(" ", 2);
    switch (words[0]) {
      case "latency" -> latencyNanos.set(Long.parseLong(words[1]) * MILLISECOND);
      case "throttled" -> throttledPerThousand.set(Long.parseLong(words[1]));
      case "failing" -> failingPerThousand.set(Long.parseLong(words[1]));
      case "hanging" -> accountsPerHanging.set(Long.parseLong(words[1]));
      case "refusing" -> accountsPerRefusing.set(Long.parseLong(words[1]));
      case "holding" -> holding.set(Long.parseLong(words[1]));
      case "accounts" ->
          payer.updateAndGet(now -> new PayerAnswers(Integer.parseInt(words[1]), now.regions()));
      case "regions" ->
          payer.updateAndGet(
              now -> new PayerAnswers(now.accounts(), List.of(words[1].split(",", -1))));
      case "counts" -> System.out.println(counts.getAndSet(new Counts()));
      default -> throw new IllegalArgumentException("not an order: " + order);
    }
  }

  @Override
  public void run() {
    try {
      while (true) {
        answerWhatIsDue();
        selector.select(this::ready, untilNextReply());
      }
    } catch (IOException e) {
      throw new IllegalStateException("the stand-in failed", e);
    }
  }

  /// The selector waits whole milliseconds, so an answer that is less than half of one away goes
  /// out at once and one that is further away late by as much: on average they are on time.
  private void answerWhatIsDue() {
    long now = System.nanoTime();
    for (Reply next = replies.peek();
        next != null && next.dueNanos - now < HALF_A_MILLISECOND;
        next = replies.peek()) {
      replies.remove();
      counts.get().late(now - next.dueNanos);
      next.connection.write(next.answer);
    }
  }

  private long untilNextReply() {
    Reply next = replies.peek();
    return next == null
        ? 0
        : Math.max(1, (next.dueNanos - System.nanoTime() + HALF_A_MILLISECOND) / MILLISECOND);
  }

  private void ready(SelectionKey key) {
    if (key.isAcceptable()) {
      accept();
    } else if (key.attachment() instanceof Connection connection) {
      connection.ready();
    }
  }

  private void accept() {
    try {
      for (SocketChannel channel = server.accept(); channel != null; channel = server.accept()) {
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
        key.attach(new Connection(key, channel));
        counts.get().connections.incrementAndGet();
      }
    } catch (IOException e) {
      throw new IllegalStateException("cannot accept a connection", e);
    }
  }

  private void request(Connection connection, String head, String body) {
    received++;
    CannedAnswers.Request call = CannedAnswers.Request.of(head, body);
    if (call.isReading() && isOneOf(accountsPerHanging.get(), HANGING, call)) {
      counts.get().call(replies.size());
      return;
    }
    replies.add(
        new Reply(
            System.nanoTime() + latencyNanos.get(), connection, ByteBuffer.wrap(answer(call))));
    counts.get().call(replies.size());
  }

  private byte[] answer(CannedAnswers.Request call) {
    if (!call.isReading() && isOneOf(accountsPerRefusing.get(), REFUSING, call)) {
      return CannedAnswers.refused();
    }
    if (isItsTurn(throttledPerThousand.get(), 0)) {
      return CannedAnswers.throttled(call);
    }
    if (isItsTurn(failingPerThousand.get(), OFFSET)) {
      return CannedAnswers.failed();
    }
    if (call.isReading() && holding.get() > 0 && call.accountNumber() > holding.get()) {
      return CannedAnswers.empty(call);
    }
    return PayerAnswers.isAsked(call) ? payer.get().to(call) : CannedAnswers.to(call);
  }

  private boolean isItsTurn(long perThousand, long offset) {
    long count = received + offset;
    return count * perThousand / 1000 != (count - 1) * perThousand / 1000;
  }

  private static boolean isOneOf(long every, long which, CannedAnswers.Request call) {
    return every > 0 && call.accountNumber() % every == which;
  }

  /// Bytes of the body that follows a head; 0 if it does not say.
  static int contentLength(String head) {
    String name = "\r\nContent-Length:";
    for (int line = head.indexOf("\r\n"); line >= 0; line = head.indexOf("\r\n", line + 2)) {
      if (head.regionMatches(true, line, name, 0, name.length())) {
        int end = head.indexOf("\r\n", line + 2);
        return Integer.parseInt(
            head.substring(line + name.length(), end < 0 ? head.length() : end).strip());
      }
    }
    return 0;
  }

  private record Reply(long dueNanos, Connection connection, ByteBuffer answer) {}

  /// One client's connection: takes one request after another, never two at once.
  private final class Connection {
    private final SelectionKey key;
    private final SocketChannel channel;
    private byte[] bytes = new byte[4096];
    private int length;
    private ByteBuffer unsent = ByteBuffer.allocate(0);

    Connection(SelectionKey key, SocketChannel channel) {
      this.key = key;
      this.channel = channel;
    }

    void ready() {
      if (key.isWritable()) {
        send();
      } else {
        read();
      }
    }

    private void read() {
      if (length == bytes.length) {
        bytes = Arrays.copyOf(bytes, 2 * bytes.length);
      }
      try {
        int count = channel.read(ByteBuffer.wrap(bytes, length, bytes.length - length));
        if (count < 0 || length > REQUEST_LIMIT) {
          close();
          return;
        }
        length += count;
        takeRequest();
      } catch (IOException e) {
        close();
      }
    }

    private void takeRequest() {
      String text = new String(bytes, 0, length, ISO_8859_1);
      int headEnd = text.indexOf("\r\n\r\n");
      if (headEnd < 0) {
        return;
      }
      String head = text.substring(0, headEnd);
      int end = headEnd + 4 + contentLength(head);
      if (length < end) {
        return;
      }
      System.arraycopy(bytes, end, bytes, 0, length - end);
      length -= end;
      request(this, head, text.substring(headEnd + 4, end));
    }

    void write(ByteBuffer answer) {
      unsent = answer;
      send();
    }

    private void send() {
      try {
        channel.write(unsent);
        key.interestOps(unsent.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
      } catch (IOException | java.nio.channels.CancelledKeyException e) {
        close();
      }
    }

    private void close() {
      key.cancel();
      try {
        channel.close();
      } catch (IOException e) {
        throw new IllegalStateException("cannot close a connection", e);
      }
    }
  }

  /// The events since the counts were last asked for.
  private static final class Counts {
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong connections = new AtomicLong();
    private final AtomicLong mostAtOnce = new AtomicLong();
    private final AtomicLong lateNanos = new AtomicLong();
    private final AtomicLong lastAnswer = new AtomicLong(System.nanoTime());

    void call(int underWay) {
      calls.incrementAndGet();
      mostAtOnce.accumulateAndGet(underWay, Math::max);
    }

    void late(long nanos) {
      lateNanos.addAndGet(nanos);
      lastAnswer.set(System.nanoTime());
    }

    @Override
    public String toString() {
      return calls
          + " "
          + connections
          + " "
          + mostAtOnce
          + " "
          + lateNanos.get() / Math.max(1, calls.get()) / 1000
          + " "
          + (System.nanoTime() - lastAnswer.get()) / MILLISECOND;
    }
  }
}
