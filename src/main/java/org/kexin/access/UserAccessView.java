package org.kexin.access;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kexin.audit.AccessRecord;
import org.kexin.audit.AccessView;

/** One access of a user, with whom it was about. */
@Schema(description = "One access of a user, with whom it was about.")
public record UserAccessView(
    AccessView access,
    @Schema(description = "Of more than ten the first ten.", maxItems = 10) List<UUID> persons,
    @Schema(description = "How many it was about.", examples = "1", minimum = "0")
        int personCount) {

  private static final int MAX_PERSONS = 10;

  static UserAccessView of(AccessRecord access) {
    List<UUID> persons = access.persons();
    return new UserAccessView(
        AccessView.of(access),
        persons.subList(0, Math.min(MAX_PERSONS, persons.size())),
        persons.size());
  }
}
