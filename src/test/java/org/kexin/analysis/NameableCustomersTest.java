package org.kexin.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.kexin.access.ConsentRegister;
import org.kexin.access.ConsentedUse;

/** Who is named on a page, of customers numbered from 1 on. */
class NameableCustomersTest {

  @Test
  void aPageIsFilledWithThoseWhoAgree() {
    Questions register = new Questions(number -> number % 3 == 0);

    NameableCustomers.Picked<UUID> picked = pick(100, 4, register);

    assertThat(numbers(picked.rows())).containsExactly(3L, 6L, 9L, 12L);
    assertThat(picked.looked()).isEqualTo(12);
    assertThat(picked.unnamed()).isEqualTo(8);
    assertThat(register.sizes).containsExactly(100);
  }

  @Test
  void whereFewAgreeThePageIsShortAfterOneQuestionAboutAThousand() {
    Questions register = new Questions(number -> number == 500 || number == 1_001);

    NameableCustomers.Picked<UUID> picked = pick(1_001, 50, register);

    assertThat(numbers(picked.rows())).containsExactly(500L);
    assertThat(picked.looked()).isEqualTo(1_000);
    assertThat(picked.unnamed()).isEqualTo(999);
    assertThat(register.sizes).containsExactly(1_000);
  }

  @Test
  void anotherConsentThanToProfilingIsNone() {
    ConsentRegister register =
        persons -> {
          Map<UUID, Set<ConsentedUse>> given = new HashMap<>();
          persons.forEach(
              person ->
                  given.put(person, Set.of(ConsentedUse.MARKETING, ConsentedUse.PARTNER_SHARING)));
          return given;
        };

    assertThat(pick(3, 3, register).rows()).isEmpty();
    assertThat(pick(3, 3, register).unnamed()).isEqualTo(3);
  }

  private static NameableCustomers.Picked<UUID> pick(
      int customers, int size, ConsentRegister register) {
    List<UUID> rows =
        LongStream.rangeClosed(1, customers).mapToObj(number -> new UUID(0, number)).toList();
    return NameableCustomers.pick(rows, size, Function.identity(), register);
  }

  private static List<Long> numbers(List<UUID> customers) {
    return customers.stream().map(UUID::getLeastSignificantBits).toList();
  }

  /** A register that notes about how many it was asked. */
  private static final class Questions implements ConsentRegister {
    private final LongPredicate agrees;
    private final List<Integer> sizes = new ArrayList<>();

    Questions(LongPredicate agrees) {
      this.agrees = agrees;
    }

    @Override
    public Map<UUID, Set<ConsentedUse>> given(Collection<UUID> persons) {
      sizes.add(persons.size());
      Map<UUID, Set<ConsentedUse>> given = new HashMap<>();
      for (UUID person : persons) {
        given.put(
            person,
            agrees.test(person.getLeastSignificantBits())
                ? Set.of(ConsentedUse.PROFILING)
                : Set.of());
      }
      return given;
    }
  }
}
