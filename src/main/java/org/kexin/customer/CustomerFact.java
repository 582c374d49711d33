package org.kexin.customer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What analyses may know of a live, unrestricted customer. Nothing that is sealed is in it, which
 * leaves addresses out, and nothing that names anybody.
 *
 * @param birthYear the year only: with the day, two questions a day apart would tell whose birthday
 *     lies between them
 */
public record CustomerFact(
    UUID id,
    Kind kind,
    Source source,
    Instant createdAt,
    @Nullable String gender,
    @Nullable Integer birthYear,
    @Nullable String occupation,
    @Nullable String incomeBand,
    @Nullable String maritalStatus,
    @Nullable String enterpriseSize,
    @Nullable String industry) {

  static CustomerFact of(
      UUID id,
      Kind kind,
      Source source,
      Instant createdAt,
      @Nullable Individual individual,
      @Nullable Enterprise enterprise) {
    return new CustomerFact(
        id,
        kind,
        source,
        createdAt,
        individual == null ? null : name(individual.gender()),
        individual == null || individual.birthDate() == null
            ? null
            : individual.birthDate().getYear(),
        individual == null ? null : individual.occupation(),
        individual == null ? null : name(individual.incomeBand()),
        individual == null ? null : name(individual.maritalStatus()),
        enterprise == null ? null : name(enterprise.size()),
        enterprise == null ? null : enterprise.industry());
  }

  private static @Nullable String name(@Nullable Enum<?> word) {
    return word == null ? null : word.name();
  }
}
