package org.kexin.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/** What some records come to: by day for reports, by user and hour for what is unusual. */
final class AccessSums {

  private static final int MAX_CHARS = 255;
  private static final int MAX_ROLE_CHARS = 100;

  private final TreeMap<Key, Counts> days = new TreeMap<>();
  private final Map<Reader, ReadingHour> hours = new TreeMap<>();
  private final List<Justified> justified = new ArrayList<>();

  /** Of what is counted together; '' stands for no department or purpose. */
  record Key(LocalDate day, String department, String purpose) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byDay = day.compareTo(other.day);
      int byDepartment = byDay != 0 ? byDay : department.compareTo(other.department);
      return byDepartment != 0 ? byDepartment : purpose.compareTo(other.purpose);
    }
  }

  /** How often what happened. */
  record Counts(
      long accesses,
      long personViews,
      long changes,
      long unmaskings,
      long breakGlass,
      long denials) {

    private static Counts of(AccessRecord access) {
      Justification why = access.justification();
      boolean shown = access.outcome() == Outcome.DISCLOSED;
      return new Counts(
          1,
          shown ? access.persons().size() : 0,
          access.outcome() == Outcome.CHANGED ? 1 : 0,
          why != null && why.kind() == Justification.Kind.UNMASKING ? 1 : 0,
          why != null && why.kind() == Justification.Kind.BREAK_GLASS ? 1 : 0,
          access.outcome() == Outcome.DENIED ? 1 : 0);
    }

    private Counts plus(Counts more) {
      return new Counts(
          accesses + more.accesses,
          personViews + more.personViews,
          changes + more.changes,
          unmaskings + more.unmaskings,
          breakGlass + more.breakGlass,
          denials + more.denials);
    }
  }

  /** Where a record stands that went beyond role and purpose. */
  record Justified(UUID record, Justification.Kind kind, long seq, int place) {}

  private record Reader(Instant hour, String userId) implements Comparable<Reader> {
    @Override
    public int compareTo(Reader other) {
      int byHour = hour.compareTo(other.hour);
      return byHour != 0 ? byHour : userId.compareTo(other.userId);
    }
  }

  /** Adds a record at its place in a link. */
  void add(AccessRecord access, long seq, int place) {
    Key key =
        new Key(
            LocalDate.ofInstant(access.at(), ZoneOffset.UTC),
            cut(Objects.requireNonNullElse(access.department(), ""), MAX_CHARS),
            Objects.requireNonNullElse(access.purpose(), ""));
    days.merge(key, Counts.of(access), Counts::plus);
    Justification why = access.justification();
    if (why != null) {
      justified.add(new Justified(access.id(), why.kind(), seq, place));
    }
    // Whoever looks at themselves is not watched.
    if (access.outcome() == Outcome.DISCLOSED && !"self".equals(access.purpose())) {
      ReadingHour read = reading(access, seq);
      hours.merge(new Reader(read.hour(), read.userId()), read, ReadingHour::plus);
    }
  }

  private static ReadingHour reading(AccessRecord access, long seq) {
    int persons = access.persons().size();
    return new ReadingHour(
        cut(access.userId(), MAX_CHARS),
        cut(String.join(" ", access.roles()), MAX_ROLE_CHARS),
        access.at().truncatedTo(ChronoUnit.HOURS),
        1,
        persons,
        persons > 1 ? persons : 0,
        persons == 0 && !access.disclosed().isEmpty() ? 1 : 0,
        seq,
        seq);
  }

  /**
   * A claim of a token may be longer than any column; one of that length must not stop the sums.
   */
  private static String cut(String text, int chars) {
    return text.length() <= chars ? text : text.substring(0, chars);
  }

  Map<Key, Counts> days() {
    return days;
  }

  List<ReadingHour> hours() {
    return List.copyOf(hours.values());
  }

  List<Justified> justified() {
    return justified;
  }
}
