package org.kexin.analysis.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class VisibleComplaintsTest {

  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

  private static VisibleComplaints of(int smallest, int... customers) {
    VisibleComplaints visible = new VisibleComplaints(smallest);
    for (int customer : customers) {
      visible.add(new UUID(0, customer), MARCH.plusDays(9));
    }
    return visible;
  }

  @Test
  void nothingCountsBeforeEnoughCustomersComplained() {
    assertThat(of(3, 1, 1, 1, 2, 2).rows()).isZero();
    assertThat(of(3, 1, 1, 1, 2, 2).months()).isEmpty();
  }

  @Test
  void aBlockEndsWithItsLastNewCustomer() {
    assertThat(of(3, 1, 1, 2, 3, 3, 4).rows()).isEqualTo(4);
    assertThat(of(3, 1, 1, 2, 3, 3, 4).months()).containsExactly(MARCH);
  }

  @Test
  void aMonthOfFewIsLeftOut() {
    VisibleComplaints visible = of(2, 1, 2, 3);
    visible.add(new UUID(0, 4), APRIL);

    assertThat(visible.rows()).isEqualTo(4);
    assertThat(visible.months()).containsExactly(MARCH);
  }

  /** What is seen later and was not seen before is of k customers or more. */
  @Property(tries = 300)
  void twoAnswersDifferByEnoughCustomersOrByNobody(
      @ForAll @Size(max = 60) List<@IntRange(min = 1, max = 9) Integer> customers,
      @ForAll @IntRange(min = 2, max = 5) int smallest) {
    long seen = 0;
    VisibleComplaints visible = new VisibleComplaints(smallest);
    for (int i = 0; i < customers.size(); i++) {
      visible.add(new UUID(0, customers.get(i)), MARCH);
      if (visible.rows() != seen) {
        Set<Integer> fresh = new HashSet<>(customers.subList((int) seen, (int) visible.rows()));
        assertThat(fresh).hasSize(smallest);
        seen = visible.rows();
      }
    }
  }
}
