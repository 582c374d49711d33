package org.kexin.analysis.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class BinsTest {

  @Test
  void aValueAtAnEdgeLiesAboveItAndCustomersCountOnceABin() {
    Bins bins = new Bins(Bins.AMOUNTS);
    UUID one = new UUID(0, 1);
    UUID other = new UUID(0, 2);
    bins.add(one, 100);
    bins.add(one, 150);
    bins.add(one, 20);
    bins.add(other, 199.99);
    assertThat(bins.found())
        .containsExactly(
            new Bins.Bin(20.0, 50.0, 1, 1),
            new Bins.Bin(50.0, 100.0, 0, 0),
            new Bins.Bin(100.0, 200.0, 3, 2));
  }

  @Test
  void beyondTheEdgesABinIsOpen() {
    Bins bins = new Bins(Bins.COUNTS);
    bins.add(new UUID(0, 1), 0);
    assertThat(bins.found()).containsExactly(new Bins.Bin(null, 1.0, 1, 1));
  }

  @Test
  void agesFallIntoTheirBandsAndImpossibleOnesIntoNone() {
    assertThat(AgeBand.of(2009, 2026)).isEqualTo("0-17");
    assertThat(AgeBand.of(2008, 2026)).isEqualTo("18-24");
    assertThat(AgeBand.of(1961, 2026)).isEqualTo("65+");
    assertThat(AgeBand.of(2027, 2026)).isNull();
    assertThat(AgeBand.of(1880, 2026)).isNull();
    assertThat(AgeBand.of(null, 2026)).isNull();
  }
}
