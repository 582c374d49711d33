package org.kexin.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.Sale;
import org.kexin.analysis.algorithm.Statistics;
import org.kexin.shared.ProblemException;
import org.kexin.transaction.Channel;
import org.kexin.transaction.Kind;
import org.kexin.transaction.SaleRow;

class StatisticsByGroupTest {

  @Example
  void periodsWithoutASaleStandBetweenOthers() {
    StatisticsByGroup groups = new StatisticsByGroup(Grouping.QUARTER);
    add(groups, 1, LocalDate.of(2023, 12, 31), Channel.SHOP);
    add(groups, 2, LocalDate.of(2024, 7, 1), Channel.SHOP);

    SortedMap<Long, Statistics<UUID>> found = groups.finish();

    assertThat(found.keySet().stream().map(Grouping.QUARTER::label))
        .containsExactly("2023-Q4", "2024-Q1", "2024-Q2", "2024-Q3");
    assertThat(found.values().stream().map(it -> it.totals().transactions()))
        .containsExactly(1L, 0L, 0L, 1L);
  }

  @Example
  void sixtyPeriodsAreFewEnoughAndOneMoreIsNot() {
    StatisticsByGroup groups = new StatisticsByGroup(Grouping.MONTH);
    add(groups, 1, LocalDate.of(2020, 1, 31), Channel.SHOP);
    add(groups, 1, LocalDate.of(2024, 12, 1), Channel.SHOP);

    assertThatThrownBy(() -> add(groups, 2, LocalDate.of(2025, 1, 1), Channel.SHOP))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.getMessage()).contains("more than 60 groups"));

    StatisticsByGroup sixty = new StatisticsByGroup(Grouping.MONTH);
    add(sixty, 1, LocalDate.of(2020, 1, 31), Channel.SHOP);
    add(sixty, 1, LocalDate.of(2024, 12, 1), Channel.SHOP);
    assertThat(sixty.finish()).hasSize(StatisticsByGroup.MOST);
  }

  @Example
  void periodsBeginAndEndWithTheirDays() {
    long december = Grouping.MONTH.numberOf(LocalDate.of(2024, 12, 24), row(null));
    long quarter = Grouping.QUARTER.numberOf(LocalDate.of(2024, 2, 29), row(null));
    long year = Grouping.YEAR.numberOf(LocalDate.of(987, 6, 5), row(null));

    assertThat(Grouping.MONTH.lastDay(december)).isEqualTo("2024-12-31");
    assertThat(Grouping.QUARTER.firstDay(quarter)).isEqualTo("2024-01-01");
    assertThat(Grouping.QUARTER.lastDay(quarter)).isEqualTo("2024-03-31");
    assertThat(Grouping.YEAR.label(year)).isEqualTo("0987");
    assertThat(Grouping.YEAR.lastDay(year)).isEqualTo("0987-12-31");
  }

  /** The groups of one whole add up to it, and stand in the order of the channels. */
  @Property(tries = 200)
  void channelsAddUp(@ForAll @Size(max = 40) List<@IntRange(min = 0, max = 6) Integer> channels) {
    List<Channel> known = List.of(Channel.values());
    StatisticsByGroup groups = new StatisticsByGroup(Grouping.CHANNEL);
    for (int i = 0; i < channels.size(); i++) {
      int channel = channels.get(i);
      add(groups, i / 3, LocalDate.EPOCH, channel < known.size() ? known.get(channel) : null);
    }

    SortedMap<Long, Statistics<UUID>> found = groups.finish();

    assertThat(found.values().stream().mapToLong(it -> it.totals().transactions()).sum())
        .isEqualTo(channels.size());
    assertThat(found.keySet().stream().map(Grouping.CHANNEL::label).toList())
        .containsExactlyElementsOf(
            channels.stream()
                .distinct()
                .sorted()
                .map(it -> it < known.size() ? known.get(it).name() : Grouping.UNKNOWN)
                .toList());
  }

  private static void add(
      StatisticsByGroup groups, int customer, LocalDate day, @Nullable Channel channel) {
    groups.add(new Sale<>(new UUID(0, customer), day, BigDecimal.TEN, 1, 1), row(channel));
  }

  private static SaleRow row(@Nullable Channel channel) {
    return new SaleRow(
        null,
        Instant.EPOCH,
        Kind.ORDER,
        BigDecimal.TEN,
        1,
        1,
        Currency.getInstance("CNY"),
        Instant.EPOCH,
        channel,
        null);
  }
}
