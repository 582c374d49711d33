package org.kexin.transaction;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Names one line of a transaction. */
@Schema(description = "Names one line of a transaction.")
public record LineReference(
    @NotNull UUID transactionId, @Schema(examples = "1", minimum = "1") @Min(1) int lineNo) {}
