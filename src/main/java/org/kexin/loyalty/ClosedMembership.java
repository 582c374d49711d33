package org.kexin.loyalty;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody who leaves takes with them. */
@Schema(
    description =
        "The export of a membership that ended, as much as one answer holds; its nextPageToken is"
            + " for …/export.")
record ClosedMembership(MembershipExport export) {}
