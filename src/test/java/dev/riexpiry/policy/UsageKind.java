package dev.riexpiry.policy;

import java.util.Locale;
import java.util.Random;

/// Kinds of usage histories, as the number of units that run in each hour. The last hour that Cost
/// Explorer knows is [#KNOWN_HOURS]; the rest lies in the future.
enum UsageKind {
  /// Runs on as it did, with 2 % of noise from day to day.
  STEADY(true) {
    @Override
    Level level(double held, Random random) {
      double level = held * between(random, 0.4, 1.2);
      return _ -> level;
    }
  },
  /// Falls to nothing by 4 to 15 % of its first level a week, for at least 20 days already.
  FALLING(true) {
    @Override
    Level level(double held, Random random) {
      double first = held * between(random, 0.7, 1);
      double aWeek = between(random, 0.04, 0.15);
      double since = KNOWN_DAYS - between(random, 20, KNOWN_DAYS);
      return day -> first * clamp(1 - aWeek * (day - since) / 7);
    }
  },
  /// Was switched off within five days, which began 3 to 60 days ago; in three of ten up to a
  /// twentieth was left behind.
  MIGRATED(true) {
    @Override
    Level level(double held, Random random) {
      double first = held * between(random, 0.6, 1.1);
      double left = random.nextInt(10) < 3 ? held * between(random, 0, 0.05) : 0;
      double began = KNOWN_DAYS - between(random, 3, KNOWN_DAYS);
      double took = between(random, 0.1, 5);
      return day -> left + (first - left) * clamp(1 - (day - began) / took);
    }
  },
  /// Grows by 2 to 15 % of its first level a week, until half a year from now.
  GROWING(true) {
    @Override
    Level level(double held, Random random) {
      double first = held * between(random, 0.5, 1);
      double aWeek = between(random, 0.02, 0.15);
      double since = KNOWN_DAYS - between(random, 0, KNOWN_DAYS);
      return day -> first * (1 + aWeek * Math.clamp((day - since) / 7, 0, 26));
    }
  },
  /// Is left running at up to 3 %, and is needed on a day in sixty.
  IDLE(true) {
    @Override
    Level level(double held, Random random) {
      double rest = random.nextBoolean() ? 0 : held * between(random, 0, 0.03);
      int busy = random.nextInt(60);
      return day -> (int) day % 60 == busy ? held : rest;
    }
  },
  /// Swings by 40 % in the course of a year.
  SEASONAL(false) {
    @Override
    Level level(double held, Random random) {
      double first = between(random, 0, 2 * Math.PI);
      return day -> held * (0.8 + 0.4 * StrictMath.sin(first + 2 * Math.PI * day / 365));
    }
  },
  /// Runs for ten hours on five days a week.
  OFFICE_HOURS(false) {
    @Override
    Level level(double held, Random random) {
      double high = held * between(random, 0.7, 1.1);
      double low = held * between(random, 0, 0.2);
      return day -> (int) day % 7 < 5 && hour(day) >= 8 && hour(day) < 18 ? high : low;
    }
  },
  /// Runs for four to sixteen hours a night.
  BATCH(false) {
    @Override
    Level level(double held, Random random) {
      double high = held * between(random, 0.7, 1.1);
      int hours = 4 + random.nextInt(13);
      return day -> hour(day) < hours ? high : 0;
    }
  },
  /// Falls to nothing by 0.5 to 4 % of its first level a week.
  SLOW_FADING(false) {
    @Override
    Level level(double held, Random random) {
      double first = held * between(random, 0.8, 1.1);
      double aWeek = between(random, 0.005, 0.04);
      return day -> first * clamp(1 - aWeek * day / 7);
    }
  },
  /// Falls by 4 to 15 % a week, but from so high above what is held that nothing of it shows yet.
  FALLING_UNSEEN(false) {
    @Override
    Level level(double held, Random random) {
      double aWeek = between(random, 0.04, 0.15);
      double now = held * between(random, 1.02, 1.2);
      return day -> Math.max(0, now - held * aWeek * (day - KNOWN_DAYS) / 7);
    }
  };

  /// The days of which Cost Explorer knows.
  static final int KNOWN_DAYS = 60;

  static final int KNOWN_HOURS = KNOWN_DAYS * 24;

  private static final double NOISE = 0.02;
  private static final double PERSISTENCE = 0.5;

  private final boolean judged;

  UsageKind(boolean judged) {
    this.judged = judged;
  }

  /// Tells whether averages of 30 days can tell it from the others.
  boolean judged() {
    return judged;
  }

  /// Its name in words.
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// Draws the course that a history takes.
  abstract Level level(double held, Random random);

  /// Draws the units that run in each of `hours` hours.
  int[] history(int held, int hours, Random random) {
    Level level = level(held, random);
    int[] running = new int[hours];
    double noise = 0;
    double owed = 0;
    for (int hour = 0; hour < hours; hour++) {
      if (hour % 24 == 0) {
        noise =
            PERSISTENCE * noise
                + NOISE * Math.sqrt(1 - PERSISTENCE * PERSISTENCE) * random.nextGaussian();
      }
      owed += Math.max(0, level.at(hour / 24.0) * (1 + noise));
      running[hour] = (int) owed;
      owed -= running[hour];
    }
    return running;
  }

  private static double between(Random random, double least, double most) {
    return least + (most - least) * random.nextDouble();
  }

  private static double clamp(double share) {
    return Math.clamp(share, 0, 1);
  }

  private static int hour(double day) {
    return (int) Math.floor(day * 24 + 0.001) % 24;
  }

  /// The units that run on average.
  interface Level {
    double at(double day);
  }
}
