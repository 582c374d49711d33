package org.kexin.survey;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.TimePosition;
import org.kexin.shared.person.TimeLineEntry;
import org.kexin.shared.person.TimeLineSource;

/**
 * Invitations and named, submitted responses on a customer's time line. That an invitation to an
 * anonymous survey was answered is its state; when, nobody knows.
 */
@ApplicationScoped
class SurveyTimeLine implements TimeLineSource {

  static final String INVITATION = "SURVEY_INVITATION";
  static final String RESPONSE = "SURVEY_RESPONSE";

  private final SurveyInvitations invitations;
  private final SurveyResponses responses;

  SurveyTimeLine(SurveyInvitations invitations, SurveyResponses responses) {
    this.invitations = invitations;
    this.responses = responses;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(INVITATION, RESPONSE);
  }

  @Override
  public List<TimeLineEntry> newest(
      UUID person, Set<String> kinds, @Nullable TimePosition behind, int limit) {
    Stream<TimeLineEntry> invited =
        kinds.contains(INVITATION)
            ? invitations.newest(person, behind, limit).stream().map(SurveyInvitation::onTimeLine)
            : Stream.empty();
    Stream<TimeLineEntry> answered =
        kinds.contains(RESPONSE)
            ? responses.newest(person, behind, limit).stream().map(SurveyResponse::onTimeLine)
            : Stream.empty();
    return Stream.concat(invited, answered)
        .sorted(TimeLineEntry.NEWEST_FIRST)
        .limit(limit)
        .toList();
  }
}
