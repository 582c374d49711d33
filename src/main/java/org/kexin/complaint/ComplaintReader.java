package org.kexin.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Look;
import org.kexin.access.Viewing;
import org.kexin.customer.CustomerDirectory;
import org.kexin.encryption.DataKey;
import org.kexin.encryption.DataKeys;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemException;
import org.kexin.shared.TimePosition;

/** Reading complaints. Texts are opened for one complaint at a time, never for a list. */
@ApplicationScoped
class ComplaintReader {

  private final Complaints complaints;
  private final ComplaintEvents events;
  private final ComplaintCategories categories;
  private final ComplaintTerms terms;
  private final ComplaintReferences references;
  private final CustomerDirectory customers;
  private final DataKeys keys;
  private final Viewing viewing;

  ComplaintReader(
      Complaints complaints,
      ComplaintEvents events,
      ComplaintCategories categories,
      ComplaintTerms terms,
      ComplaintReferences references,
      CustomerDirectory customers,
      DataKeys keys,
      Viewing viewing) {
    this.complaints = complaints;
    this.events = events;
    this.categories = categories;
    this.terms = terms;
    this.references = references;
    this.customers = customers;
    this.keys = keys;
    this.viewing = viewing;
  }

  /** A complaint with its clocks, its events and what was said. */
  @Transactional
  ComplaintView read(UUID id) {
    Complaint found = complaints.findByIdOptional(id).orElseThrow(ProblemException::notFound);
    UUID customer = found.customerId();
    viewing.concerns(customer);
    customers.demandReach(customer);
    DataKey key = keys.find(customer).orElse(null);
    ComplaintRecord complaint = found.record();
    Clocks clocks = found.clocks();
    ClockTerms by = terms.of(complaint);
    return ComplaintView.of(
        complaint,
        new ComplaintView.Detail(
            Texts.open(key, Texts.DESCRIPTION, found.subject().sealedDescription()),
            Arrays.stream(ClockKind.values())
                .map(kind -> ComplaintClockView.of(kind, clocks.of(kind), by))
                .toList(),
            events(id, key)),
        viewing.at(customer, Set.of()));
  }

  /** A page; without the complaints of restricted customers, so it may be short. */
  @Transactional
  Page<ComplaintView> list(ComplaintQuery query, PageRequest page) {
    UUID category = query.categoryId();
    Collection<UUID> below =
        category == null ? null : CategoryTree.of(categories.all()).below(category);
    // Cut first, look then: the extra row that was read is shown to nobody.
    Page<ComplaintRecord> cut =
        Page.of(
            complaints.list(query, below, viewing.reach(), page).stream()
                .map(Complaint::record)
                .toList(),
            page,
            last ->
                new TimePosition(
                        Objects.requireNonNullElse(last.nextDeadline(), Complaint.NEVER), last.id())
                    .text());
    Set<UUID> open =
        customers.withinReach(cut.items().stream().map(ComplaintRecord::customerId).toList());
    viewing.expect(open);
    return cut.filter(complaint -> open.contains(complaint.customerId()))
        .map(
            complaint ->
                ComplaintView.of(complaint, null, viewing.at(complaint.customerId(), Set.of())));
  }

  /** One of the caller's own complaints. */
  @Transactional
  OwnComplaintView readOwn(UUID id) {
    UUID own = references.own();
    Complaint found =
        complaints
            .findByIdOptional(id)
            .filter(complaint -> complaint.customerId().equals(own))
            .orElseThrow(ProblemException::notFound);
    DataKey key = keys.find(own).orElse(null);
    return OwnComplaintView.of(
        found.record(),
        Texts.open(key, Texts.DESCRIPTION, found.subject().sealedDescription()),
        events(id, key),
        viewing.at(own, Set.of()));
  }

  /** The caller's own complaints, newest first. */
  @Transactional
  Page<OwnComplaintView> listOwn(PageRequest page) {
    UUID own = references.own();
    Look look = viewing.at(own, Set.of());
    return Page.of(
            complaints.of(own, page.afterId(), page.rowsToRead()),
            page,
            last -> last.id().toString())
        .map(found -> OwnComplaintView.of(found.record(), null, null, look));
  }

  private List<ComplaintEventView> events(UUID complaint, @Nullable DataKey key) {
    return events.newest(complaint, ComplaintView.MAX_EVENTS).stream()
        .map(event -> ComplaintEventView.of(event, key))
        .toList();
  }
}
