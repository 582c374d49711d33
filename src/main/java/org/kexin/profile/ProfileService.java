package org.kexin.profile;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kexin.access.Look;
import org.kexin.access.Viewing;
import org.kexin.customer.CustomerDirectory;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemException;
import org.kexin.shared.person.TimeLineEntry;

/** Reading one customer across all features. */
@ApplicationScoped
class ProfileService {

  private final TimeLine timeLine;
  private final CustomerDirectory customers;
  private final Viewing viewing;

  ProfileService(TimeLine timeLine, CustomerDirectory customers, Viewing viewing) {
    this.timeLine = timeLine;
    this.customers = customers;
    this.viewing = viewing;
  }

  /**
   * A part of a customer's time line as the caller may see it.
   *
   * @param kinds wanted; empty for all
   * @throws ProblemException {@code not-found} if there is no such customer; {@code
   *     parameter-invalid} if there is no such kind
   */
  @Transactional
  TimeLineView timeLine(UUID customer, Set<String> kinds, PageRequest page) {
    viewing.concerns(customer);
    customers.demandReach(customer);
    if (!customers.exists(customer)) {
      throw ProblemException.notFound();
    }
    Look look = viewing.at(customer, Set.of());
    Page<TimeLineEntry> found = timeLine.page(customer, kinds, page);
    List<TimeLineView.Entry> shown =
        look.showOrHide(
            "timeline", BEHAVIOUR, found.items().stream().map(TimeLineView.Entry::of).toList());
    return new TimeLineView(
        shown == null ? List.of() : shown, found.nextPageToken(), look.masked());
  }
}
