package org.kexin.exchange;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The data of one event of a progress stream. */
@Schema(description = "How far an import is; the data of one event.")
public record ImportProgress(
    ImportState state,
    long linesRead,
    @Nullable Long linesTotal,
    long bytesDone,
    long bytesTotal,
    long accepted,
    long unchanged,
    long refused,
    @Nullable FileProblem problem) {

  static ImportProgress of(ImportRun run) {
    return new ImportProgress(
        run.state(),
        run.linesRead(),
        run.linesTotal(),
        run.bytesDone(),
        run.bytesTotal(),
        run.accepted(),
        run.unchanged(),
        run.refused(),
        run.problem());
  }
}
