package org.kexin.shared.person;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What erasure did to one field of one table.
 *
 * @param rows that held something of the person; rows that nobody can count by person are none
 * @param ground why it is kept; null unless it is
 * @param keptUntil when the ground ends; null where nothing is kept, or where the ground does not
 *     end by time
 */
@Schema(description = "What erasure did to one field (删除结果).")
public record FieldOutcome(
    @Schema(examples = "customer", maxLength = 64) String table,
    @Schema(examples = "contact", maxLength = 64) String field,
    Outcome outcome,
    @Schema(examples = "1", minimum = "0") long rows,
    @Schema(examples = "Accounting law asks for the documents.", maxLength = 200)
        @Nullable String ground,
    @Nullable Instant keptUntil) {

  /** What became of it. */
  @Schema(name = "ErasureOutcome", description = "What became of the field.")
  public enum Outcome {
    /** It is gone, or sealed under a key that is. */
    ERASED,
    /** The link to the person is cut; nothing leads back. */
    PSEUDONYMISED,
    /** It stays, for a reason and for a time. */
    KEPT
  }

  /**
   * @throws IllegalArgumentException if something is kept without a ground, or not kept with one
   */
  public FieldOutcome {
    if ((outcome == Outcome.KEPT) != (ground != null)) {
      throw new IllegalArgumentException("A ground is given for what is kept, and only for that.");
    }
  }

  /** These fields are gone. */
  public static List<FieldOutcome> erased(String table, long rows, String... fields) {
    return Arrays.stream(fields)
        .map(field -> new FieldOutcome(table, field, Outcome.ERASED, rows, null, null))
        .toList();
  }

  /** The link to the person is cut. */
  public static FieldOutcome pseudonymised(String table, long rows, String field) {
    return new FieldOutcome(table, field, Outcome.PSEUDONYMISED, rows, null, null);
  }

  /** These fields stay, for a reason and for a time. */
  public static List<FieldOutcome> kept(
      String table, long rows, String ground, @Nullable Instant until, String... fields) {
    return Arrays.stream(fields)
        .map(field -> new FieldOutcome(table, field, Outcome.KEPT, rows, ground, until))
        .toList();
  }
}
