package org.kexin.transaction;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.kexin.shared.PageRequest;

/** The products. */
@ApplicationScoped
class Products implements PanacheRepositoryBase<Product, UUID> {

  /** The product, locked until the transaction ends. */
  Optional<Product> findForUpdate(UUID id) {
    return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Ids by code; codes that no product has are absent. */
  Map<String, UUID> idsByCode(Collection<String> codes) {
    Map<String, UUID> found = new HashMap<>();
    if (!codes.isEmpty()) {
      session()
          .createSelectionQuery("from Product p where p.code in :codes", Product.class)
          .setParameter("codes", codes)
          .getResultList()
          .forEach(product -> found.put(product.code(), product.id()));
    }
    return found;
  }

  /** Those of these ids that a product has. */
  List<UUID> existing(Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : session()
            .createSelectionQuery("select p.id from Product p where p.id in :ids", UUID.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  /** Those of these products that have a category. */
  List<Product> withCategory(Collection<UUID> ids) {
    return ids.isEmpty() ? List.of() : list("id in ?1 and category is not null", ids);
  }

  /** One page of products. */
  List<Product> list(ProductQuery query, PageRequest page) {
    List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    Map<String, Object> parameters = new HashMap<>();
    if (query.code() != null) {
      conditions.add("p.code = :code");
      parameters.put("code", query.code());
    }
    String after = page.after();
    if (after != null) {
      conditions.add(query.sort().beyond());
      parameters.put("after", query.sort().isById() ? UUID.fromString(after) : after);
    }
    SelectionQuery<Product> select =
        session()
            .createSelectionQuery(
                "from Product p where "
                    + String.join(" and ", conditions)
                    + " order by "
                    + query.sort().clause(),
                Product.class);
    parameters.forEach(select::setParameter);
    return select.setMaxResults(page.rowsToRead()).getResultList();
  }

  private Session session() {
    return getEntityManager().unwrap(Session.class);
  }
}
