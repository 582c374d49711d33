package org.kexin.survey;

import java.util.UUID;

/** Who answers, as the caller says it. */
sealed interface Respondent {

  /** Whoever was given this token. */
  record TokenHolder(String token) implements Respondent {}

  /** Whose invitation the caller has before them. */
  record Invited(UUID invitation) implements Respondent {}

  /** A customer who sits opposite, invited or not. */
  record Opposite(UUID customer) implements Respondent {}

  /** Somebody who was met and gave no name, in an anonymous survey. */
  record Passer() implements Respondent {}

  /** The member of staff who calls. */
  record Colleague(String user) implements Respondent {}

  /** The customer who calls. */
  record Self(UUID customer) implements Respondent {}
}
