package dev.riexpiry.input;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// Guesses what a misspelt word was meant to be.
public final class Suggestion {
  private static final int FAR = 3;

  /// The letters that allow one edit. A shorter word is too often a different one: `JST` is not a
  /// misspelt `EST`.
  private static final int LETTERS_PER_EDIT = 4;

  private Suggestion() {}

  /// Finds the one of `known` nearest to `word` by insertions, deletions, replacements and swaps of
  /// neighbours, if at most two of them, and at most one for four letters, lead there. Capitals do
  /// not count.
  public static Optional<String> nearest(String word, Collection<String> known) {
    return near(word, known).findFirst();
  }

  /// Finds those of `known` that are as near to `word` as [#nearest] asks for, the nearest first.
  public static Stream<String> near(String word, Collection<String> known) {
    return known.stream()
        .filter(candidate ->
            distance(word, candidate) <= Math.min(FAR - 1, word.length() / LETTERS_PER_EDIT))
        .sorted(
            Comparator.<String>comparingInt(candidate -> distance(word, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  /// Writes `did you mean "us-east-1"?` where there is a near one, else `otherwise`.
  public static String remedy(String word, Collection<String> known, String otherwise) {
    return nearest(word, known)
        .map(candidate -> "did you mean \"" + candidate + "\"?")
        .orElse(otherwise);
  }

  private static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) >= FAR) {
      return FAR;
    }
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = step(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int step(int[][] cost, String a, String b, int i, int j) {
    if (i == 0 || j == 0) {
      return i + j;
    }
    boolean same = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
    int best =
        Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + (same ? 0 : 1));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
