package org.kexin.loyalty;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the customer who calls joins. */
@Schema(description = "What I join (我要入会).")
record OwnMembership(@NotNull UUID programmeId) {}
