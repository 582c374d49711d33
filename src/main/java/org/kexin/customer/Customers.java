package org.kexin.customer;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Reach;
import org.kexin.encryption.BlindIndex;
import org.kexin.encryption.DataKeys;
import org.kexin.shared.Ids;
import org.kexin.shared.PageRequest;

/** Live customers and the index tables by which they are found. */
@ApplicationScoped
class Customers implements PanacheRepositoryBase<Customer, UUID> {

  private static final String IS_LIVE = "c.deletedAt is null";
  private static final String IS_UNRESTRICTED = "c.restrictedAt is null";
  private static final String BY_EXTERNAL_ID =
      "c.id = (select e.customerId from ExternalIdRow e where e.key.source = :externalSource"
          + " and e.key.value = :externalValue)";
  private static final String BY_NAME_PAIRS = NameMatch.FUNCTION + "(c.name, :namePairs) > 0";
  private static final String BY_NAME = "c.name like :name escape '!'";

  private final BlindIndex index;
  private final DataKeys keys;
  private final SessionFactory sessions;

  Customers(BlindIndex index, DataKeys keys, SessionFactory sessions) {
    this.index = index;
    this.keys = keys;
    this.sessions = sessions;
  }

  Optional<Customer> findLive(UUID id) {
    return Optional.ofNullable(findById(id))
        .filter(customer -> !customer.isDeleted())
        .map(customer -> customer.unlock(keys));
  }

  /** Those of the customers that are live, by id, in one round trip and apart from any session. */
  Map<UUID, Customer> findLive(Collection<UUID> ids) {
    try (StatelessSession session = sessions.openStatelessSession()) {
      Map<UUID, Customer> live = new HashMap<>();
      session
          .createSelectionQuery("from Customer c where c.id in :ids and " + IS_LIVE, Customer.class)
          .setParameter("ids", ids)
          .getResultList()
          .forEach(customer -> live.put(customer.id(), customer.unlock(keys)));
      return live;
    }
  }

  /** The live customer, locked until the transaction ends. */
  Optional<Customer> findLiveForUpdate(UUID id) {
    return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE))
        .filter(customer -> !customer.isDeleted())
        .map(customer -> customer.unlock(keys));
  }

  /** Those of the customers that exist, deleted ones too, locked in the order of their ids. */
  List<Customer> findForUpdate(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    List<Customer> found =
        find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_WRITE).list();
    found.forEach(customer -> customer.unlock(keys));
    return found;
  }

  /**
   * Codes that nobody has, drawn at random. Asking first costs a query, but a collision that the
   * unique index notices would cost the caller's whole transaction: with ten million customers one
   * in fifty of those that make two hundred at once.
   */
  List<CustomerCode> freshCodes(Ids ids, int count) {
    Map<String, CustomerCode> fresh = new LinkedHashMap<>();
    while (fresh.size() < count) {
      CustomerCode drawn = CustomerCodes.next(ids);
      fresh.put(drawn.value(), drawn);
      if (fresh.size() == count) {
        fresh.keySet().removeAll(taken(fresh.keySet()));
      }
    }
    return List.copyOf(fresh.values());
  }

  /** Adds a customer with a key of its own and all its index rows. */
  Customer add(UUID id, CustomerCode code, NewCustomer document, Instant at) {
    Customer customer = new Customer(id, keys.create(id), code, document, at);
    persist(customer);
    addIndexRows(customer);
    return customer;
  }

  /** Brings the index rows in line with facts that changed, or were deleted. */
  void reindex(Customer customer) {
    NewCustomer document = customer.document();
    boolean live = !customer.isDeleted();
    Map<Lookup.Key, Lookup> lookups = new LinkedHashMap<>();
    Map<ExternalIdRow.Key, ExternalIdRow> externalIds = new LinkedHashMap<>();
    if (live) {
      lookups(document, customer.id()).forEach(row -> lookups.put(row.key(), row));
      externalIdRows(document, customer.id()).forEach(row -> externalIds.put(row.key(), row));
    }
    rowsOf(Lookup.class, "key.customerId", customer).stream()
        .filter(row -> lookups.remove(row.key()) == null)
        .forEach(getEntityManager()::remove);
    rowsOf(ExternalIdRow.class, "customerId", customer).stream()
        .filter(row -> externalIds.remove(row.key()) == null)
        .forEach(getEntityManager()::remove);
    lookups.values().forEach(getEntityManager()::persist);
    externalIds.values().forEach(getEntityManager()::persist);
  }

  /** Customers by external id of one source; ids that nobody has are absent. */
  Map<String, UUID> idsByExternalId(String source, Collection<String> values) {
    Map<String, UUID> found = new HashMap<>();
    if (!values.isEmpty()) {
      getEntityManager()
          .createQuery(
              "from ExternalIdRow where key.source = :source and key.value in :values",
              ExternalIdRow.class)
          .setParameter("source", source)
          .setParameter("values", values)
          .getResultList()
          .forEach(row -> found.put(row.key().value(), row.customerId()));
    }
    return found;
  }

  /** How those of these customers stand of whom there is a row. */
  Map<UUID, Standing> standings(Collection<UUID> of) {
    Map<UUID, Standing> standings = new HashMap<>();
    if (!of.isEmpty()) {
      getEntityManager()
          .createQuery(Standing.SELECT, Object[].class)
          .setParameter("ids", of)
          .getResultList()
          .forEach(row -> standings.put((UUID) row[0], Standing.of(row)));
    }
    return standings;
  }

  /** Customers with a fingerprint under one of these keys. */
  List<UUID> idsIndexedUnder(Collection<String> keyNames, int limit) {
    return getEntityManager()
        .createQuery(
            "select distinct l.key.customerId from Lookup l where l.keyName in :names"
                + " order by l.key.customerId",
            UUID.class)
        .setParameter("names", keyNames)
        .setMaxResults(limit)
        .getResultList();
  }

  /** Live customers other than {@code self} that share a phone, e-mail or document. */
  List<UUID> sharing(NewCustomer document, @Nullable UUID self, int limit) {
    List<byte[]> fingerprints = new ArrayList<>();
    SearchCriteria.lookupsOf(document)
        .forEach(of -> fingerprints.addAll(index.allOf(of.getKey().name(), of.getValue())));
    if (fingerprints.isEmpty()) {
      return List.of();
    }
    return getEntityManager()
        .createQuery(
            "select distinct l.key.customerId from Lookup l where l.key.fingerprint in :prints"
                + " and l.key.customerId <> :self",
            UUID.class)
        .setParameter("prints", fingerprints)
        .setParameter("self", self == null ? new UUID(0, 0) : self)
        .setMaxResults(limit)
        .getResultList();
  }

  /**
   * One page of live customers within reach, by id or by code. Where a department limits them,
   * those of the department and those of none are two selects of one statement, each by its index
   * in the order wanted: one condition with an "or" would have the database sort all of them for
   * each page.
   */
  List<Customer> list(CustomerQuery query, Reach reach, boolean restrictedToo, PageRequest page) {
    List<String> conditions = conditions(restrictedToo);
    Map<String, @Nullable Object> parameters = new HashMap<>();
    if (query.kind() != null) {
      conditions.add("c.kind = :kind");
      parameters.put("kind", query.kind());
    }
    if (query.source() != null) {
      conditions.add("c.source = :source");
      parameters.put("source", query.source());
    }
    String after = page.after();
    if (after != null) {
      conditions.add("c." + query.sort().column + query.sort().beyond + " :after");
      parameters.put("after", query.sort().isById() ? page.afterId() : after);
    }
    if (!reach.limited()) {
      return select(conditions, parameters, query.sort().clause(), page.rowsToRead());
    }
    String one =
        "(from Customer c where %s and %%s order by %s limit %d)"
            .formatted(String.join(" and ", conditions), query.sort().clause(), page.rowsToRead());
    parameters.put("department", reach.department());
    String both =
        one.formatted("c.department is null")
            + " union all "
            + one.formatted("c.department = :department");
    return unlocked(
        selected(both, parameters)
            .getResultStream()
            .sorted(query.sort().order())
            .limit(page.rowsToRead())
            .toList());
  }

  /** One page of live customers within reach that fit all criteria, by id. */
  List<Customer> search(
      SearchCriteria criteria, Reach reach, boolean restrictedToo, PageRequest page) {
    List<String> conditions = conditions(restrictedToo);
    Map<String, @Nullable Object> parameters = new HashMap<>();
    if (reach.limited()) {
      // Never true for a caller without a department: nothing equals null.
      conditions.add("(c.department is null or c.department = :department)");
      parameters.put("department", reach.department());
    }
    criteria
        .lookups()
        .forEach(
            (kind, value) -> {
              String name = kind.name().toLowerCase(java.util.Locale.ROOT);
              conditions.add(
                  "c.id in (select l.key.customerId from Lookup l where l.key.kind = :"
                      + name
                      + "Kind and l.key.fingerprint in :"
                      + name
                      + ")");
              parameters.put(name + "Kind", kind);
              parameters.put(name, index.allOf(kind.name(), value));
            });
    if (criteria.code() != null) {
      conditions.add("c.code = :code");
      parameters.put("code", criteria.code());
    }
    ExternalId externalId = criteria.externalId();
    if (externalId != null) {
      conditions.add(BY_EXTERNAL_ID);
      parameters.put("externalSource", externalId.source());
      parameters.put("externalValue", externalId.value());
    }
    NamePart name = criteria.name();
    if (name != null) {
      if (name.isIndexed()) {
        conditions.add(BY_NAME_PAIRS);
        parameters.put("namePairs", name.pairs());
      }
      conditions.add(BY_NAME);
      parameters.put("name", name.likePattern());
    }
    UUID after = page.afterId();
    if (after != null) {
      conditions.add("c.id > :after");
      parameters.put("after", after);
    }
    return select(conditions, parameters, "c.id", page.rowsToRead());
  }

  private static List<String> conditions(boolean restrictedToo) {
    return new ArrayList<>(restrictedToo ? List.of(IS_LIVE) : List.of(IS_LIVE, IS_UNRESTRICTED));
  }

  private List<Customer> select(
      List<String> conditions, Map<String, @Nullable Object> parameters, String order, int limit) {
    return unlocked(
        selected(
                "from Customer c where " + String.join(" and ", conditions) + " order by " + order,
                parameters)
            .setMaxResults(limit)
            .getResultList());
  }

  private List<Customer> unlocked(List<Customer> found) {
    found.forEach(customer -> customer.unlock(keys));
    return found;
  }

  private SelectionQuery<Customer> selected(String hql, Map<String, @Nullable Object> parameters) {
    SelectionQuery<Customer> query =
        getEntityManager()
            .unwrap(org.hibernate.Session.class)
            .createSelectionQuery(hql, Customer.class);
    parameters.forEach(query::setParameter);
    return query;
  }

  private List<String> taken(Collection<String> codes) {
    return getEntityManager()
        .createQuery("select c.code from Customer c where c.code in :codes", String.class)
        .setParameter("codes", codes)
        .getResultList();
  }

  private void addIndexRows(Customer customer) {
    NewCustomer document = customer.document();
    lookups(document, customer.id()).forEach(getEntityManager()::persist);
    externalIdRows(document, customer.id()).forEach(getEntityManager()::persist);
  }

  private <T> List<T> rowsOf(Class<T> type, String owner, Customer customer) {
    return getEntityManager()
        .createQuery("from " + type.getSimpleName() + " where " + owner + " = :id", type)
        .setParameter("id", customer.id())
        .getResultList();
  }

  private static List<ExternalIdRow> externalIdRows(NewCustomer document, UUID customerId) {
    return document.externalIds().stream()
        .map(externalId -> new ExternalIdRow(externalId, customerId))
        .toList();
  }

  private List<Lookup> lookups(NewCustomer document, UUID customerId) {
    return SearchCriteria.lookupsOf(document).stream()
        .map(
            entry ->
                new Lookup(
                    entry.getKey(),
                    index.of(entry.getKey().name(), entry.getValue()),
                    customerId,
                    index.current()))
        .toList();
  }
}
