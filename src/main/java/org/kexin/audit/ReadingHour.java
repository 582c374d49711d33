package org.kexin.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * What one user read in one hour.
 *
 * @param role the user's roles, joined by a space
 * @param hour its beginning
 * @param personViews persons in the answers, each time counted
 * @param bulkViews of these, those in answers about several persons
 * @param downloads answers with personal data that name no person
 * @param firstSeq of the links with the records
 * @param lastSeq of the links with the records
 */
record ReadingHour(
    String userId,
    String role,
    Instant hour,
    long accesses,
    long personViews,
    long bulkViews,
    long downloads,
    long firstSeq,
    long lastSeq) {

  /** Both together. */
  ReadingHour plus(ReadingHour more) {
    return new ReadingHour(
        userId,
        more.role,
        hour,
        accesses + more.accesses,
        personViews + more.personViews,
        bulkViews + more.bulkViews,
        downloads + more.downloads,
        Math.min(firstSeq, more.firstSeq),
        Math.max(lastSeq, more.lastSeq));
  }

  UUID userKey() {
    return UserKey.of(userId);
  }
}
