package org.kexin.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.access.ConsentedUse;
import org.kexin.shared.ProblemException;

/**
 * Takes "no more of this" for a withdrawal wherever it is said: to withdraw must be as easy as to
 * agree (PIPL article 15), so nobody has to say it a second time in another place.
 */
@ApplicationScoped
public class Unsubscriptions {

  private final ConsentService consents;

  Unsubscriptions(ConsentService consents) {
    this.consents = consents;
  }

  /**
   * Records, in the caller's transaction, that a person does not want to be approached any more.
   *
   * @param channel by which way; null for all
   * @throws ProblemException {@code not-found} if there is no such person, {@code
   *     not-your-customer} if another department is responsible for them
   */
  public void record(UUID person, @Nullable ConsentChannel channel) {
    NewDecision withdrawal =
        new NewDecision(
            ConsentedUse.MARKETING,
            channel,
            Verdict.WITHDRAWN,
            null,
            null,
            through(channel),
            GivenBy.PERSON,
            null,
            null);
    consents.record(new ConsentService.Recording(person, new NewDecisions(List.of(withdrawal))));
  }

  private static CollectedThrough through(@Nullable ConsentChannel channel) {
    return switch (channel) {
      case PHONE -> CollectedThrough.CALL_CENTRE;
      case EMAIL -> CollectedThrough.EMAIL;
      case POST -> CollectedThrough.LETTER;
      case APP -> CollectedThrough.APP;
      case SMS -> CollectedThrough.OTHER_SYSTEM;
      case null -> CollectedThrough.SHOP;
    };
  }
}
