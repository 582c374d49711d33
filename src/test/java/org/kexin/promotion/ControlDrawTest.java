package org.kexin.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kexin.shared.Hashes;

class ControlDrawTest {

  private static final int CUSTOMERS = 50_000;
  private static final byte[] SEED = Hashes.sha256("a seed that stays the same");

  @Test
  void theSameSeedAndCustomersGiveTheSameGroupsInAnyOrder() {
    List<UUID> customers = customers();
    List<UUID> shuffled = new ArrayList<>(customers);
    Collections.shuffle(shuffled, new Random(7));

    List<UUID> once = control(SEED, "10", customers);
    List<UUID> again = control(SEED.clone(), "10", shuffled);

    assertThat(again).containsExactlyInAnyOrderElementsOf(once);
  }

  @Test
  void anotherSeedGivesOtherGroups() {
    List<UUID> customers = customers();
    List<UUID> one = control(SEED, "50", customers);
    List<UUID> other = new ArrayList<>(control(Hashes.sha256("another"), "50", customers));
    other.retainAll(one);

    // Of half the customers half again are in both, if the two draws have nothing to do with each
    // other.
    assertThat(other.size()).isBetween(CUSTOMERS / 4 - 500, CUSTOMERS / 4 + 500);
  }

  /**
   * Five standard deviations of the binomial distribution; the seed is fixed, so it never flickers.
   */
  @ParameterizedTest
  @ValueSource(strings = {"0.01", "0.5", "1", "10", "33.33", "50"})
  void theShareIsCloseToWhatWasAskedFor(String share) {
    double p = Double.parseDouble(share) / 100;
    double deviation = Math.sqrt(CUSTOMERS * p * (1 - p));

    assertThat((double) control(SEED, share, customers()).size())
        .isBetween(CUSTOMERS * p - 5 * deviation - 1, CUSTOMERS * p + 5 * deviation + 1);
  }

  @Test
  void withoutAShareNobodyIsLeftAlone() {
    assertThat(control(SEED, "0", customers())).isEmpty();
  }

  /** A larger control group holds the smaller one: whoever was drawn stays drawn. */
  @Test
  void groupsOfOneSeedAreNested() {
    assertThat(control(SEED, "20", customers())).containsAll(control(SEED, "5", customers()));
  }

  private static List<UUID> control(byte[] seed, String share, List<UUID> customers) {
    ControlDraw draw = new ControlDraw(seed, new BigDecimal(share));
    return customers.stream().filter(it -> draw.group(it) == MemberGroup.CONTROL).toList();
  }

  private static List<UUID> customers() {
    List<UUID> customers = new ArrayList<>();
    for (int i = 0; i < CUSTOMERS; i++) {
      customers.add(UUID.nameUUIDFromBytes(("customer " + i).getBytes(StandardCharsets.UTF_8)));
    }
    return customers;
  }
}
