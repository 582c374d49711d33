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
    @Nullable String industry) {}
