package dev.riexpiry.aws;

import java.util.concurrent.atomic.AtomicLong;

/// The memory for answers. What the SDK makes of one is many times as large as its text, and hangs
/// on its elements: some 130 bytes for each `<` of XML, and up to 250 for each `,`, `[` or `{` of
/// JSON. So what is bounded is the bytes and these marks.
///
/// - one answer: 64 MB and four million marks, which a listing of EC2 of that size has; at most an
///   eighth of the heap, and a mark for each 400 bytes of it
/// - all answers that are under way, together: twice as many marks, not counting the first megabyte
///   of each
final class AnswerMemory {
  static final long MEGABYTE = 1L << 20;

  private static final long MOST_BYTES = 64 * MEGABYTE;
  private static final long MOST_MARKS = 4_000_000;
  private static final int BYTES_PART_OF_HEAP = 8;
  private static final int MARKS_PART_OF_HEAP = 400;

  private final long mostBytes;
  private final long mostMarks;
  private final AtomicLong marksOfLarge = new AtomicLong();

  /// @param heap the bytes of the heap
  AnswerMemory(long heap) {
    this.mostBytes = Math.min(MOST_BYTES, heap / BYTES_PART_OF_HEAP);
    this.mostMarks = Math.min(MOST_MARKS, heap / MARKS_PART_OF_HEAP);
  }

  /// The most bytes of one answer.
  long mostBytes() {
    return mostBytes;
  }

  /// The most marks of one answer.
  long mostMarks() {
    return mostMarks;
  }

  /// Takes room for more marks of a large answer.
  ///
  /// @return whether there was room
  boolean take(long marks) {
    boolean fits = marksOfLarge.addAndGet(marks) <= 2 * mostMarks;
    if (!fits) {
      giveBack(marks);
    }
    return fits;
  }

  /// Gives back what was taken.
  void giveBack(long marks) {
    marksOfLarge.addAndGet(-marks);
  }

  /// Counts the marks in some text.
  static long marks(byte[] text, int from, int length) {
    long marks = 0;
    for (int i = from; i < from + length; i++) {
      byte at = text[i];
      if (at == '<' || at == ',' || at == '[' || at == '{') {
        marks++;
      }
    }
    return marks;
  }
}
