package org.kexin.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/** From where on reading is unusual. Counts are of one user in one hour. */
@ConfigMapping(prefix = "kexin.watch")
interface WatchConfig {

  /** Modified z-score beyond which an hour lies outside of those it is compared with. */
  @WithDefault("3.5")
  double score();

  /** Persons seen, each time counted, below which no hour is compared with others. */
  @WithDefault("30")
  int comparedFrom();

  /** Hours that there must be to compare with. */
  @WithDefault("12")
  int hoursToCompare();

  /** How far back hours are compared with. */
  @WithDefault("28d")
  Duration comparedWith();

  /** Different persons seen in an hour. */
  @WithDefault("120")
  int persons();

  /** Persons looked at one by one in the order of their ids. */
  @WithDefault("12")
  int run();

  /** Persons seen in lists, each time counted. */
  @WithDefault("2000")
  int bulk();

  /** Answers that hold personal data of persons who cannot be named, such as files of errors. */
  @WithDefault("5")
  int downloads();

  /** Persons seen outside of office hours. */
  @WithDefault("20")
  int offHours();

  /** Where the office is. */
  @WithDefault("Asia/Shanghai")
  ZoneId zone();

  /** Office hours begin at this full hour. */
  @WithDefault("07:00")
  LocalTime opens();

  /** Office hours end at this full hour. */
  @WithDefault("21:00")
  LocalTime closes();

  /** Days with office hours. */
  @WithDefault("MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY,SATURDAY")
  Set<DayOfWeek> days();
}
