package org.kexin.consent;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.PageRequest;

/** The notices that were ever published. */
@ApplicationScoped
class PrivacyNotices implements PanacheRepositoryBase<PrivacyNotice, UUID> {

  /** Those of these ids that a notice has. */
  List<UUID> existing(Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : session()
            .createSelectionQuery("select n.id from PrivacyNotice n where n.id in :ids", UUID.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  /** One page of notices, last published first. */
  List<PrivacyNotice> list(@Nullable String code, @Nullable String language, PageRequest page) {
    List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    Map<String, Object> parameters = new HashMap<>();
    if (code != null) {
      conditions.add("n.code = :code");
      parameters.put("code", code);
    }
    if (language != null) {
      conditions.add("n.language = :language");
      parameters.put("language", language);
    }
    UUID after = page.afterId();
    if (after != null) {
      conditions.add("n.id < :after");
      parameters.put("after", after);
    }
    SelectionQuery<PrivacyNotice> select =
        session()
            .createSelectionQuery(
                "from PrivacyNotice n where "
                    + String.join(" and ", conditions)
                    + " order by n.id desc",
                PrivacyNotice.class);
    parameters.forEach(select::setParameter);
    return select.setMaxResults(page.rowsToRead()).getResultList();
  }

  private Session session() {
    return getEntityManager().unwrap(Session.class);
  }
}
