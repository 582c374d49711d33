package org.kexin.customer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Basic facts of a natural person (个人客户的基本信息). */
@Schema(description = "Basic facts of a natural person (个人客户的基本信息).")
public record Individual(
    @Nullable Gender gender,
    @Schema(description = "Birth date, not in the future.", examples = "1970-01-31")
        @Nullable LocalDate birthDate,
    @Schema(examples = "nurse") @Nullable @Size(min = 1, max = 100) String occupation,
    @Nullable IncomeBand incomeBand,
    @Nullable MaritalStatus maritalStatus,
    @Schema(description = "People of the same household.") @Size(max = 30)
        List<@Valid HouseholdMember> householdMembers) {

  /** A missing list is an empty one. */
  public Individual {
    householdMembers = householdMembers == null ? List.of() : List.copyOf(householdMembers);
  }

  /** Gender as the person states it. */
  @Schema(description = "Gender as the person states it (性别).")
  public enum Gender {
    FEMALE,
    MALE,
    OTHER,
    UNKNOWN
  }

  /** Household income relative to the region. */
  @Schema(description = "Household income relative to the region (收入水平).")
  public enum IncomeBand {
    LOW,
    LOWER_MIDDLE,
    MIDDLE,
    UPPER_MIDDLE,
    HIGH
  }

  /** Marital status. */
  @Schema(description = "Marital status (婚姻状况).")
  public enum MaritalStatus {
    SINGLE,
    MARRIED,
    DIVORCED,
    WIDOWED,
    UNKNOWN
  }

  /** Somebody who lives with the customer. */
  @Schema(description = "Somebody who lives with the customer.")
  public record HouseholdMember(
      @Schema(examples = "李明") @NotNull @Size(min = 1, max = 200) String name,
      @NotNull Relationship relationship) {}

  /** How a household member is related to the customer. */
  @Schema(
      name = "HouseholdRelationship",
      description = "How a household member is related to the customer.")
  public enum Relationship {
    SPOUSE,
    CHILD,
    PARENT,
    SIBLING,
    OTHER
  }
}
