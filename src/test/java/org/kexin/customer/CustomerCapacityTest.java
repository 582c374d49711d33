package org.kexin.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kexin.consent.ConsentingPersons.Capacity.DECIDES_ALONE;
import static org.kexin.consent.ConsentingPersons.Capacity.NEEDS_GUARDIAN;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Who needs a guardian to agree. */
class CustomerCapacityTest {

  private static final LocalDate BORN = LocalDate.of(2012, 2, 29);

  @Test
  void aChildNeedsAGuardianUntilTheDayItTurnsFourteen() {
    assertThat(CustomerCapacity.capacity(BORN, LocalDate.of(2026, 2, 27)))
        .isEqualTo(NEEDS_GUARDIAN);
    assertThat(CustomerCapacity.capacity(BORN, LocalDate.of(2026, 2, 28))).isEqualTo(DECIDES_ALONE);
  }

  @Test
  void somebodyWhoseBirthDateIsUnknownDecidesAlone() {
    assertThat(CustomerCapacity.capacity(null, LocalDate.of(2026, 2, 28))).isEqualTo(DECIDES_ALONE);
  }
}
