package org.kexin.loyalty;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What points do, written a second time and differently: every single point is an object, time
 * passes from one moment to the next, shares are handed out piece by piece. Slow, and nothing of it
 * is taken from the rules under test.
 */
final class PointByPoint {

  /** What a history sells: so much money for so many pieces. */
  record Bought(int pieces, int cents) {}

  private enum State {
    PENDING,
    AVAILABLE,
    SPENT,
    EXPIRED,
    REVERSED,
    REPAID,
    TAKEN,
    FORFEITED
  }

  private static final class Point {
    private final int lot;
    private final Instant availableFrom;
    private final Instant expiresAt;
    private State state;
    private int spending = -1;

    Point(int lot, Instant availableFrom, Instant expiresAt, State state) {
      this.lot = lot;
      this.availableFrom = availableFrom;
      this.expiresAt = expiresAt;
      this.state = state;
    }

    boolean canBeSpent() {
      return state == State.AVAILABLE;
    }
  }

  private static final class Line {
    private final int lot;
    private final int pieces;
    private int points;
    private int back;
    private int carry;

    Line(int lot, int pieces) {
      this.lot = lot;
      this.pieces = pieces;
    }
  }

  private final ProgrammeTerms terms;
  private final List<Point> points = new ArrayList<>();
  private final List<List<Line>> orders = new ArrayList<>();
  private final List<Instant> orderMoments = new ArrayList<>();
  private final Map<Integer, Boolean> spendings = new HashMap<>();
  private int lots;
  private long issued;
  private long given;
  private long owed;
  private long missed;
  private long forgiven;

  PointByPoint(ProgrammeTerms terms) {
    this.terms = terms;
  }

  /** Lets time pass: moment by moment, points become available and pay debts, then others end. */
  void until(Instant now) {
    Optional<Instant> next = nextMoment(now);
    while (next.isPresent()) {
      Instant moment = next.get();
      for (Point point : points) {
        if (point.state == State.PENDING && !point.availableFrom.isAfter(moment)) {
          point.state = State.AVAILABLE;
        }
      }
      pay();
      for (Point point : points) {
        if (point.canBeSpent() && !point.expiresAt.isAfter(moment)) {
          point.state = State.EXPIRED;
        }
      }
      next = nextMoment(now);
    }
  }

  void order(Instant at, List<Bought> lines, Instant now) {
    until(now);
    int bonus = bonus(at);
    int pieces = lines.stream().mapToInt(Bought::pieces).sum();
    int carry = 0;
    int lot = lots++;
    List<Line> bought = new ArrayList<>();
    for (Bought some : lines) {
      Line line = new Line(lot, some.pieces());
      line.points = earned(some);
      for (int piece = 0; piece < some.pieces(); piece++) {
        carry += bonus;
        line.points += carry / pieces;
        carry %= pieces;
      }
      for (int i = 0; i < line.points; i++) {
        Instant from = at.plusSeconds(86_400L * terms.pendingDays());
        points.add(new Point(lot, from, end(at), State.PENDING));
        issued++;
      }
      bought.add(line);
    }
    orders.add(bought);
    orderMoments.add(at);
    until(now);
  }

  /** Pieces of a line that are not back yet. */
  int left(int order, int line) {
    Line bought = orders.get(order).get(line);
    return bought.pieces - bought.back;
  }

  void giveBack(int order, int line, int pieces, Instant now) {
    until(now);
    Line bought = orders.get(order).get(line);
    for (int piece = 0; piece < pieces; piece++) {
      bought.back++;
      bought.carry += bought.points;
      while (bought.carry >= bought.pieces) {
        bought.carry -= bought.pieces;
        takeOneBack(bought.lot);
      }
    }
  }

  boolean spend(int spending, long wanted, Instant now) {
    until(now);
    if (available() < wanted) {
      return false;
    }
    for (long i = 0; i < wanted; i++) {
      Point point = first().orElseThrow();
      point.state = State.SPENT;
      point.spending = spending;
    }
    spendings.put(spending, true);
    return true;
  }

  /** Whether a spending was made and not rolled back. */
  boolean stands(int spending) {
    return spendings.getOrDefault(spending, false);
  }

  void rollBack(int spending, Instant now) {
    until(now);
    for (Point point : points) {
      if (point.spending == spending) {
        point.spending = -1;
        point.state = point.expiresAt.isAfter(now) ? State.AVAILABLE : State.EXPIRED;
      }
    }
    spendings.put(spending, false);
    pay();
  }

  boolean adjust(long by, Instant now) {
    until(now);
    if (by < 0) {
      if (available() < -by) {
        return false;
      }
      for (long i = 0; i < -by; i++) {
        first().orElseThrow().state = State.TAKEN;
      }
      return true;
    }
    int lot = lots++;
    for (long i = 0; i < by; i++) {
      points.add(new Point(lot, now, end(now), State.AVAILABLE));
      given++;
    }
    pay();
    return true;
  }

  void close(Instant now) {
    until(now);
    for (Point point : points) {
      if (point.state == State.PENDING || point.canBeSpent()) {
        point.state = State.FORFEITED;
      }
    }
    forgiven += owed;
    owed = 0;
  }

  /** What every bucket holds. */
  Map<PointsBucket, Long> buckets() {
    Map<PointsBucket, Long> sums = new EnumMap<>(PointsBucket.class);
    sums.put(PointsBucket.ISSUED, -issued);
    sums.put(PointsBucket.PENDING, count(State.PENDING));
    sums.put(PointsBucket.AVAILABLE, count(State.AVAILABLE));
    sums.put(PointsBucket.OWED, -owed);
    sums.put(PointsBucket.SPENT, count(State.SPENT));
    sums.put(PointsBucket.EXPIRED, count(State.EXPIRED));
    sums.put(PointsBucket.REVERSED, count(State.REVERSED) + missed);
    sums.put(PointsBucket.FORGIVEN, -forgiven);
    sums.put(PointsBucket.ADJUSTED, count(State.TAKEN) - given);
    sums.put(PointsBucket.FORFEITED, count(State.FORFEITED));
    return sums;
  }

  /** What can be spent when, by the end of its time. */
  Map<Instant, Long> availableByEnd() {
    return byEnd(State.AVAILABLE);
  }

  Map<Instant, Long> pendingByEnd() {
    return byEnd(State.PENDING);
  }

  private Map<Instant, Long> byEnd(State state) {
    Map<Instant, Long> sums = new HashMap<>();
    for (Point point : points) {
      if (point.state == state) {
        sums.merge(point.expiresAt, 1L, Long::sum);
      }
    }
    return sums;
  }

  private void takeOneBack(int lot) {
    Optional<Point> own =
        points.stream()
            .filter(point -> point.lot == lot && point.state == State.PENDING)
            .findFirst()
            .or(
                () ->
                    points.stream()
                        .filter(point -> point.lot == lot && point.canBeSpent())
                        .findFirst())
            .or(this::first);
    if (own.isPresent()) {
      own.get().state = State.REVERSED;
      return;
    }
    missed++;
    if (terms.spentPoints() == SpentPointsRule.NEGATIVE) {
      owed++;
    } else {
      forgiven++;
    }
  }

  private void pay() {
    while (owed > 0 && first().isPresent()) {
      first().get().state = State.REPAID;
      owed--;
    }
  }

  /** The point that is spent next. */
  private Optional<Point> first() {
    return points.stream()
        .filter(Point::canBeSpent)
        .min(
            Comparator.<Point, Instant>comparing(point -> point.expiresAt)
                .thenComparing(point -> point.lot));
  }

  private long available() {
    return count(State.AVAILABLE);
  }

  private long count(State state) {
    return points.stream().filter(point -> point.state == state).count();
  }

  private Optional<Instant> nextMoment(Instant now) {
    return points.stream()
        .filter(point -> point.state == State.PENDING || point.canBeSpent())
        .map(point -> point.state == State.PENDING ? point.availableFrom : point.expiresAt)
        .filter(moment -> !moment.isAfter(now))
        .min(Comparator.naturalOrder());
  }

  private Instant end(Instant from) {
    return from.atOffset(ZoneOffset.UTC).plusMonths(terms.validityMonths()).toInstant();
  }

  /** Three points a piece, and one for each whole 7.00, counted out. */
  private static int earned(Bought line) {
    int earned = 0;
    for (int piece = 0; piece < line.pieces(); piece++) {
      earned += 3;
    }
    for (int cents = line.pieces() * line.cents(); cents >= 700; cents -= 700) {
      earned++;
    }
    return earned;
  }

  /** Ten points for every third order within 20 days. */
  private int bonus(Instant at) {
    int orders = 1;
    for (Instant moment : orderMoments) {
      if (!moment.isAfter(at) && moment.isAfter(at.minusSeconds(20 * 86_400L))) {
        orders++;
      }
    }
    return orders % 3 == 0 ? 10 : 0;
  }
}
