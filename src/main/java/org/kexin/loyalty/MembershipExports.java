package org.kexin.loyalty;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Look;
import org.kexin.access.Viewing;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;

/**
 * Gives out all that is held of a membership: what somebody who leaves takes with them. In pages
 * over one section after the other, so that memory does not grow with years of purchases.
 */
@ApplicationScoped
class MembershipExports {

  private enum Section {
    EVENTS,
    CLAIMS,
    REFERRALS,
    ADJUSTMENTS,
    ENTRIES
  }

  private final LoyaltyAccountService accounts;
  private final LoyaltyAccounts events;
  private final RewardClaims claims;
  private final LoyaltyReferrals referrals;
  private final PointsEntries entries;
  private final Viewing viewing;

  MembershipExports(
      LoyaltyAccountService accounts,
      LoyaltyAccounts events,
      RewardClaims claims,
      LoyaltyReferrals referrals,
      PointsEntries entries,
      Viewing viewing) {
    this.accounts = accounts;
    this.events = events;
    this.claims = claims;
    this.referrals = referrals;
    this.entries = entries;
    this.viewing = viewing;
  }

  /** The request for a page of an account's export; nothing else makes tokens that fit it. */
  static PageRequest page(UUID account, @Nullable Integer size, @Nullable String token) {
    return PageRequest.of(size, token, "exportMembership", account);
  }

  /** The request for as much of an export as one answer holds. */
  static PageRequest first(UUID account) {
    return page(account, PageRequest.MAX_SIZE, null);
  }

  /** A page of the export. */
  MembershipExport of(LoyaltyAccount account, PageRequest page) {
    Cutter cutter = new Cutter(page);
    UUID id = account.id();
    var event =
        cutter.cut(
            Section.EVENTS,
            (after, limit) -> events.events(id, uuid(after), limit),
            it -> it.id().toString());
    var claim =
        cutter.cut(
            Section.CLAIMS,
            (after, limit) -> claims.by(id, uuid(after), limit),
            it -> it.id().toString());
    var referral =
        cutter.cut(
            Section.REFERRALS,
            (after, limit) -> referrals.by(id, uuid(after), limit),
            it -> it.id().toString());
    var adjustment =
        cutter.cut(
            Section.ADJUSTMENTS,
            (after, limit) -> entries.adjustments(id, uuid(after), limit),
            it -> it.id().toString());
    var entry =
        cutter.cut(
            Section.ENTRIES,
            (after, limit) -> entries.before(id, number(after), limit),
            it -> Long.toString(it.number()));
    LoyaltyAccountView view = accounts.view(account);
    Look look = viewing.at(account.customerId(), Set.of());
    return new MembershipExport(
        view,
        shown(look, "events", event.stream().map(LoyaltyEvent::view).toList()),
        shown(look, "claims", claim.stream().map(RewardClaim::view).toList()),
        shown(look, "referrals", referral.stream().map(it -> it.view(false)).toList()),
        shown(look, "adjustments", adjustment.stream().map(PointsAdjustment::view).toList()),
        shown(look, "entries", entry.stream().map(PointsEntry::view).toList()),
        Page.upTo(cutter.next, List.of(), page).nextPageToken(),
        look.masked());
  }

  private static <T> List<T> shown(Look look, String name, List<T> items) {
    return Objects.requireNonNullElse(look.showOrHide(name, BEHAVIOUR, items), List.of());
  }

  private static @Nullable UUID uuid(@Nullable String after) {
    return after == null ? null : UUID.fromString(after);
  }

  private static long number(@Nullable String after) {
    return after == null ? Long.MAX_VALUE : Long.parseLong(after);
  }

  private interface Rows<T> {
    List<T> read(@Nullable String after, int limit);
  }

  /** Takes as many rows of each section as fit the page, from where the last page ended. */
  private static final class Cutter {

    private final Section from;
    private final @Nullable String after;
    private int left;
    private @Nullable String next;

    Cutter(PageRequest page) {
      left = page.size();
      String key = page.after();
      if (key == null) {
        from = Section.EVENTS;
        after = null;
        return;
      }
      String[] parts = key.split(" ", -1);
      try {
        from = Section.valueOf(parts[0]);
        after = parts.length > 1 ? parts[1] : null;
      } catch (IllegalArgumentException madeUp) {
        throw new ProblemException(
            ProblemCode.PAGE_TOKEN_INVALID, "Send the nextPageToken as it was given, or none.");
      }
    }

    <T> List<T> cut(Section section, Rows<T> rows, Function<T, String> key) {
      if (next != null || section.compareTo(from) < 0) {
        return List.of();
      }
      if (left == 0) {
        next = section.name();
        return List.of();
      }
      List<T> read = new ArrayList<>(rows.read(section == from ? after : null, left + 1));
      if (read.size() > left) {
        read.removeLast();
        next = section.name() + " " + key.apply(read.getLast());
      }
      left -= read.size();
      return read;
    }
  }
}
