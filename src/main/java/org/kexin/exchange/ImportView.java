package org.kexin.exchange;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An import as it stands. When it is completed, accepted + unchanged + refused = linesRead. */
@Schema(description = "An import as it stands.")
public record ImportView(
    UUID id,
    @Schema(examples = "customers", maxLength = 20) String kind,
    @Schema(description = "What the sender called it.", examples = "June fair", maxLength = 200)
        @Nullable String name,
    @Schema(examples = "text/csv", maxLength = 40) String mediaType,
    ImportState state,
    @Nullable FileProblem problem,
    @Schema(description = "Size of the file when expanded; 0 until it is checked.", minimum = "0")
        long bytesTotal,
    @Schema(minimum = "0") long bytesDone,
    @Schema(description = "Lines without the header; absent until checked.", minimum = "0")
        @Nullable Long linesTotal,
    @Schema(minimum = "0") long linesRead,
    @Schema(description = "Lines that changed something.", minimum = "0") long accepted,
    @Schema(description = "Lines that said what was known.", minimum = "0") long unchanged,
    @Schema(description = "Lines in the file of errors.", minimum = "0") long refused,
    @Schema(description = "User who sent the file.", maxLength = 255) String submittedBy,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant endedAt) {

  static ImportView of(ImportRun run) {
    return new ImportView(
        run.id(),
        run.kind(),
        run.name(),
        run.format().mediaType(),
        run.state(),
        run.problem(),
        run.bytesTotal(),
        run.bytesDone(),
        run.linesTotal(),
        run.linesRead(),
        run.accepted(),
        run.unchanged(),
        run.refused(),
        run.submitter().userId(),
        run.createdAt(),
        run.updatedAt(),
        run.endedAt());
  }
}
