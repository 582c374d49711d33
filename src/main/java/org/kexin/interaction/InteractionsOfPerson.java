package org.kexin.interaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.TimePosition;
import org.kexin.shared.person.FieldOutcome;
import org.kexin.shared.person.KeepingTerms;
import org.kexin.shared.person.PersonFile;
import org.kexin.shared.person.PersonalDataHolder;
import org.kexin.shared.person.TimeLineEntry;
import org.kexin.shared.person.TimeLineSource;

/** A person's contacts: for the person, for erasure, and for the time line. */
@ApplicationScoped
class InteractionsOfPerson implements PersonalDataHolder, TimeLineSource {

  private static final String TABLE = "interaction";
  private static final int AT_ONCE = 200;

  private final Interactions interactions;
  private final EntityManager entities;

  InteractionsOfPerson(Interactions interactions, EntityManager entities) {
    this.interactions = interactions;
    this.entities = entities;
  }

  /** A contact, in clear. */
  record Contact(
      UUID id,
      InteractionKind kind,
      Direction direction,
      InteractionChannel channel,
      Occasion occasion,
      Instant occurredAt,
      @Nullable UUID productId,
      @Nullable UUID transactionId,
      String subject,
      @Nullable String notes,
      Instant recordedAt,
      @Nullable HandlingState state,
      @Nullable HandlingOutcome outcome,
      @Nullable String handling,
      @Nullable Instant handledAt) {

    static Contact of(Interaction interaction) {
      return new Contact(
          interaction.id(),
          interaction.kind(),
          interaction.direction(),
          interaction.channel(),
          interaction.occasion(),
          interaction.occurredAt(),
          interaction.productId(),
          interaction.transactionId(),
          interaction.subject(),
          interaction.notes(),
          interaction.recordedAt(),
          interaction.state(),
          interaction.outcome(),
          interaction.handling(),
          interaction.handledAt());
    }
  }

  @Override
  public Set<String> tables() {
    return Set.of(TABLE);
  }

  @Override
  public void export(UUID person, PersonFile file) {
    Set<InteractionKind> all = Set.of(InteractionKind.values());
    List<Interaction> some = interactions.newest(person, all, null, AT_ONCE);
    while (!some.isEmpty()) {
      some.forEach(contact -> file.add("interactions", Contact.of(contact)));
      // Otherwise the session would hold them all to its end.
      entities.clear();
      Interaction last = some.getLast();
      some =
          interactions.newest(person, all, new TimePosition(last.occurredAt(), last.id()), AT_ONCE);
    }
  }

  @Override
  public List<FieldOutcome> erase(UUID person, KeepingTerms terms) {
    int rows =
        entities
            .createQuery("delete from Interaction where customerId = :person")
            .setParameter("person", person)
            .executeUpdate();
    return FieldOutcome.erased(
        TABLE,
        rows,
        "customer_id",
        "kind",
        "direction",
        "channel",
        "occasion",
        "occurred_at",
        "product_id",
        "transaction_id",
        "subject",
        "notes",
        "recorded_at",
        "state",
        "outcome",
        "handling",
        "handled_at");
  }

  @Override
  public Set<String> kinds() {
    return Arrays.stream(InteractionKind.values())
        .map(InteractionKind::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public List<TimeLineEntry> newest(
      UUID person, Set<String> kinds, @Nullable TimePosition behind, int limit) {
    Set<InteractionKind> wanted =
        kinds.stream().map(InteractionKind::valueOf).collect(Collectors.toUnmodifiableSet());
    return interactions.newest(person, wanted, behind, limit).stream()
        .map(InteractionsOfPerson::entry)
        .sorted(TimeLineEntry.NEWEST_FIRST)
        .limit(limit)
        .toList();
  }

  private static TimeLineEntry entry(Interaction contact) {
    HandlingOutcome outcome = contact.outcome();
    HandlingState state = contact.state();
    return new TimeLineEntry(
        contact.kind().name(),
        contact.occurredAt(),
        contact.id(),
        contact.id(),
        outcome != null ? outcome.name() : state == null ? null : state.name());
  }
}
