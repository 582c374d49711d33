package org.kexin.complaint;

/**
 * A part of a day in which work is done, by the clock on the wall.
 *
 * @param fromMinute first minute of the day that is worked, {@code 0..1439}
 * @param toMinute first minute that is not worked any more, {@code 1..1440}; 1440 is 24:00, so that
 *     a day can be worked to its end
 */
record WorkingHours(int fromMinute, int toMinute) {

  /** Minutes of a day on the wall: 24:00. */
  static final int DAY = 1_440;

  private static final int HOUR = 60;

  /**
   * @throws IllegalArgumentException unless {@code 0 ≤ fromMinute < toMinute ≤ 1440}
   */
  WorkingHours {
    if (fromMinute < 0 || fromMinute >= toMinute || toMinute > DAY) {
      throw new IllegalArgumentException("Hours begin before they end, within one day.");
    }
  }

  /**
   * Reads {@code HH:mm} times, the end up to {@code 24:00}.
   *
   * @throws IllegalArgumentException if one is no such time, or the end is not after the beginning
   */
  static WorkingHours of(String from, String to) {
    return new WorkingHours(minute(from), minute(to));
  }

  /** Minutes worked. */
  int minutes() {
    return toMinute - fromMinute;
  }

  /** The beginning as {@code HH:mm}. */
  String from() {
    return text(fromMinute);
  }

  /** The end as {@code HH:mm}, up to {@code 24:00}. */
  String to() {
    return text(toMinute);
  }

  private static String text(int minute) {
    return "%02d:%02d".formatted(minute / HOUR, minute % HOUR);
  }

  private static int minute(String text) {
    if (!text.matches("([01][0-9]|2[0-3]):[0-5][0-9]|24:00")) {
      throw new IllegalArgumentException("A time is written as 09:00, the end of a day as 24:00.");
    }
    return Integer.parseInt(text.substring(0, 2)) * HOUR + Integer.parseInt(text.substring(3));
  }
}
