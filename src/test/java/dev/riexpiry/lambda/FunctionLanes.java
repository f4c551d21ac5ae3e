package dev.riexpiry.lambda;

import dev.riexpiry.standin.StandIn;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Several functions at once, each with an AWS that it alone asks. Most of the time of a fault goes
/// by while a function waits for an answer or before another attempt.
final class FunctionLanes implements AutoCloseable {
  private final List<Lane> lanes;
  private final BlockingQueue<Lane> idle;

  /// @param count how many
  /// @param open starts one, by its number
  FunctionLanes(int count, IntFunction<Lane> open) {
    lanes = IntStream.range(0, count).mapToObj(open).toList();
    idle = new LinkedBlockingQueue<>(lanes);
  }

  /// Waits for one that is idle.
  Held take() throws InterruptedException {
    return new Held(idle.take(), idle);
  }

  List<Lane> all() {
    return lanes;
  }

  @Override
  public void close() {
    lanes.reversed().forEach(Lane::close);
  }

  /// A function, and the AWS that it alone asks.
  record Lane(StandIn aws, FunctionProcess function) {
    private void close() {
      function.close();
      aws.close();
    }
  }

  /// A lane that one test has to itself until it gives it back.
  record Held(Lane lane, BlockingQueue<Lane> idle) implements AutoCloseable {
    StandIn aws() {
      return lane.aws();
    }

    FunctionProcess function() {
      return lane.function();
    }

    @Override
    public void close() {
      idle.add(lane);
    }
  }
}
