import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether every deadline of a complaint that passed was escalated once, and no other: plays back
 * what happened to each complaint, by a second reading of the table of clocks in docs/complaints.md
 * for a calendar round the clock, and compares with the escalations and warnings that there are.
 *
 * <p>{@code Deadlines URL USER PASSWORD CAUGHT_UP}: on a database that nobody writes to any more.
 * CAUGHT_UP (UTC, as MySQL writes moments) is when nothing was left to do for the job: whatever was
 * late then must have been told. Prints lines of what was checked, what it must be and what it is,
 * tab separated. Moments are microseconds.
 */
final class Deadlines {

  private static final long MINUTE = 60_000_000;
  private static final int PERCENT = 100;

  /** An action first notes what is due, and an end of a wait comes before what it makes due. */
  private static final String EVENTS =
      """
      select bin_to_uuid(e.complaint_id), e.kind, timestampdiff(microsecond, '1970-01-01', e.occurred_at),
             e.clock, e.run_no, e.detail
      from complaint_event e
      order by e.complaint_id, e.occurred_at,
               case when e.kind in ('RECEIVED', 'WAIT_ENDED') then 0
                    when e.clock is not null then 1 else 2 end, e.id
      """;

  private static final String TARGETS =
      """
      select t.severity, t.acknowledge, t.updated, t.resolve, t.warn
      from (select * from complaint_policy order by version desc limit 1) p,
           json_table(p.document, '$' columns (warn int path '$.warnAtPercent',
             nested path '$.targets[*]' columns (severity varchar(10) path '$.severity',
               acknowledge int path '$.acknowledgeMinutes', updated int path '$.updateMinutes',
               resolve int path '$.resolveMinutes'))) t
      """;

  private static final String CLOCKS =
      "select bin_to_uuid(complaint_id), clock, run_no, state from complaint_clock";

  private enum Clock {
    ACKNOWLEDGE,
    UPDATE,
    RESOLVE
  }

  private enum State {
    IDLE,
    RUNNING,
    PAUSED,
    MET,
    BREACHED,
    CANCELLED
  }

  private record RunOf(Clock clock, int number) {}

  private record Targets(Map<Clock, Long> of) {}

  /** A clock of a complaint as it is played back. */
  private static final class Played {
    int run;
    State state = State.IDLE;
    long target;
    long since;
    long used;

    long reached(long goal) {
      return since + Math.max(0, goal - used);
    }

    boolean isLate(long at) {
      return state == State.RUNNING && at > reached(target);
    }

    void begin(long at, long whole) {
      run++;
      state = State.RUNNING;
      target = whole;
      since = at;
      used = 0;
    }

    boolean isOpen() {
      return state == State.RUNNING || state == State.PAUSED;
    }
  }

  /** A complaint as it is played back. */
  private static final class Story {
    final Map<Clock, Played> clocks = new EnumMap<>(Clock.class);
    final Set<RunOf> late = new HashSet<>();
    final List<RunOf> escalated = new ArrayList<>();
    final List<RunOf> warned = new ArrayList<>();
    String severity = "";

    Story() {
      for (Clock clock : Clock.values()) {
        clocks.put(clock, new Played());
      }
    }
  }

  private final Map<String, Targets> policy = new HashMap<>();
  private final Map<String, Story> stories = new HashMap<>();
  private int warnAtPercent;
  private long early;
  private long late;

  private Deadlines() {}

  public static void main(String[] arguments) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(arguments[0], arguments[1], arguments[2]);
        Statement statement = connection.createStatement()) {
      new Deadlines().judge(statement, arguments[3]);
    }
  }

  private void judge(Statement statement, String caughtUp) throws SQLException {
    try (ResultSet row = statement.executeQuery(TARGETS)) {
      while (row.next()) {
        policy.put(
            row.getString(1),
            new Targets(
                Map.of(
                    Clock.ACKNOWLEDGE, row.getLong(2) * MINUTE,
                    Clock.UPDATE, row.getLong(3) * MINUTE,
                    Clock.RESOLVE, row.getLong(4) * MINUTE)));
        warnAtPercent = row.getInt(5);
      }
    }
    try (ResultSet row = statement.executeQuery(EVENTS)) {
      while (row.next()) {
        Story story = stories.computeIfAbsent(row.getString(1), id -> new Story());
        String clock = row.getString(4);
        if (clock == null) {
          play(story, row.getString(2), row.getLong(3), row.getString(6));
        } else {
          RunOf run = new RunOf(Clock.valueOf(clock), row.getInt(5));
          tell(story, row.getString(2), row.getLong(3), run);
        }
      }
    }
    long end;
    try (ResultSet row =
        statement.executeQuery(
            "select timestampdiff(microsecond, '1970-01-01', '%s')".formatted(caughtUp))) {
      row.next();
      end = row.getLong(1);
    }
    report(end, statement);
  }

  // ---- what happened

  private void play(Story story, String event, long at, String detail) {
    story.clocks.forEach((clock, played) -> seen(story, clock, at));
    if (event.equals("RECEIVED") || event.equals("SEVERITY_CHANGED")) {
      story.severity = detail;
    }
    story.clocks.forEach(
        (clock, played) ->
            apply(played, clock, event, at, policy.get(story.severity).of().get(clock)));
  }

  private static void seen(Story story, Clock clock, long at) {
    Played played = story.clocks.get(clock);
    if (played.isLate(at)) {
      played.state = State.BREACHED;
      story.late.add(new RunOf(clock, played.run));
    }
  }

  private static void apply(Played played, Clock clock, String event, long at, long whole) {
    switch (event) {
      case "RECEIVED" -> {
        if (clock != Clock.UPDATE) {
          played.begin(at, whole);
        }
      }
      case "ACKNOWLEDGED" -> {
        if (clock == Clock.ACKNOWLEDGE) {
          end(played, State.MET);
        } else if (clock == Clock.UPDATE && played.state == State.IDLE) {
          played.begin(at, whole);
        }
      }
      case "UPDATED" -> {
        if (clock == Clock.UPDATE) {
          played.begin(at, whole);
        }
      }
      case "WAITING_FOR_CUSTOMER" -> {
        if (clock != Clock.ACKNOWLEDGE && played.state == State.RUNNING) {
          played.used += at - played.since;
          played.state = State.PAUSED;
        }
      }
      case "CUSTOMER_ANSWERED", "WAIT_ENDED" -> {
        if (clock == Clock.UPDATE) {
          played.begin(at, whole);
        } else if (clock == Clock.RESOLVE && played.state == State.PAUSED) {
          played.since = at;
          played.state = State.RUNNING;
        }
      }
      case "SEVERITY_CHANGED" -> {
        if (played.state == State.RUNNING) {
          played.used += at - played.since;
          played.since = at;
        }
        if (played.isOpen()) {
          played.target = whole;
        }
      }
      case "RESOLVED" -> {
        if (clock != Clock.ACKNOWLEDGE) {
          end(played, State.MET);
        }
      }
      case "REOPENED" -> {
        if (clock != Clock.ACKNOWLEDGE) {
          played.begin(at, whole);
        }
      }
      case "WITHDRAWN" -> end(played, State.CANCELLED);
      case "CUSTOMER_ADDED", "ASSIGNED", "CORRECTED", "CLOSED", "RATED", "ESCALATED" -> {}
      default -> throw new IllegalStateException("Nobody knows of " + event);
    }
  }

  private static void end(Played played, State how) {
    if (played.isOpen()) {
      played.state = how;
    }
  }

  // ---- what was told

  private void tell(Story story, String event, long at, RunOf run) {
    Played played = story.clocks.get(run.clock());
    if (event.equals("ESCALATED")) {
      story.escalated.add(run);
      seen(story, run.clock(), at);
    } else {
      story.warned.add(run);
      boolean current = played.state == State.RUNNING && played.run == run.number();
      early += current && at >= played.reached(played.target * warnAtPercent / PERCENT) ? 0 : 1;
      late += current && !played.isLate(at) ? 0 : 1;
    }
  }

  // ---- what is wrong

  private void report(long end, Statement statement) throws SQLException {
    long runs = 0;
    long escalated = 0;
    long warned = 0;
    long missing = 0;
    long twice = 0;
    long warnedTwice = 0;
    long unfounded = 0;
    for (Story story : stories.values()) {
      Set<RunOf> must = new HashSet<>(story.late);
      Set<RunOf> told = new HashSet<>(story.escalated);
      for (Clock clock : Clock.values()) {
        Played played = story.clocks.get(clock);
        runs += played.run;
        if (played.isLate(end)) {
          must.add(new RunOf(clock, played.run));
        }
      }
      escalated += story.escalated.size();
      warned += story.warned.size();
      twice += story.escalated.size() - told.size();
      warnedTwice += story.warned.size() - new HashSet<>(story.warned).size();
      missing += must.stream().filter(run -> !told.contains(run)).count();
      unfounded += told.stream().filter(run -> !must.contains(run)).count();
    }
    System.out.printf("complaints\t%1$d\t%1$d%n", stories.size());
    System.out.printf("runs of their clocks\t%1$d\t%1$d%n", runs);
    line(
        "runs that were late, and escalations", escalated + missing - unfounded - twice, escalated);
    line("late runs without an escalation", 0, missing);
    line("runs that were escalated twice", 0, twice);
    line("escalations of runs that were not late", 0, unfounded);
    System.out.printf("warnings\t%1$d\t%1$d%n", warned);
    line("runs that somebody was warned of twice", 0, warnedTwice);
    line("warnings before their time, or of a run that had ended", 0, early);
    line("warnings after the deadline", 0, late);
    line("clocks that stand otherwise than their events say", 0, otherwise(statement));
  }

  private long otherwise(Statement statement) throws SQLException {
    long otherwise = 0;
    try (ResultSet row = statement.executeQuery(CLOCKS)) {
      while (row.next()) {
        Played played = stories.get(row.getString(1)).clocks.get(Clock.valueOf(row.getString(2)));
        boolean same = played.run == row.getInt(3) && played.state.name().equals(row.getString(4));
        otherwise += same ? 0 : 1;
      }
    }
    return otherwise;
  }

  private static void line(String what, long must, long is) {
    System.out.println(what + "\t" + must + "\t" + is);
  }
}
