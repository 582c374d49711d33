package org.kexin.analysis.run;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The data of one event of a progress stream. */
@Schema(description = "How far a run is; the data of one event.")
public record AnalysisRunProgress(
    AnalysisRunState state,
    @Schema(description = "Share done, 0 to 1.", minimum = "0", maximum = "1") double progress) {}
