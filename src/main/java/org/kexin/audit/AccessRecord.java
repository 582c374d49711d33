package org.kexin.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call that disclosed or changed personal data, or was denied it. Immutable once written:
 * everything that a hash chain needs to cover is in it, so a chain can be laid over the table
 * without touching a row.
 *
 * @param userId subject of the token
 * @param clientId application that called
 * @param department of the user, null when the token names none
 * @param roles realm roles at the time
 * @param purpose stated purpose, null when none was stated and so nothing was shown
 * @param operation name of the operation in the contract
 * @param status HTTP status of the answer
 * @param persons customers the answer is about, each once
 * @param disclosed attributes shown in clear; names, never values
 * @param masked attributes shown masked or left out
 * @param changed attributes that the call changed; names, never values
 * @param justification why the caller went beyond what role and purpose allow, null when they did
 *     not
 * @param address network address of the caller
 */
public record AccessRecord(
    UUID id,
    Instant at,
    String userId,
    String clientId,
    @Nullable String department,
    SortedSet<String> roles,
    @Nullable String purpose,
    String operation,
    Outcome outcome,
    int status,
    List<UUID> persons,
    SortedSet<String> disclosed,
    SortedSet<String> masked,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedSet<String> changed,
    @Nullable Justification justification,
    String requestId,
    String address) {

  /** What is left out of a line is empty. */
  public AccessRecord {
    changed = changed == null ? Collections.emptySortedSet() : changed;
  }
}
