package org.kexin.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The row of a customer, column by column; what is sealed stays so. */
@Entity
@Table(name = "customer")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class BareCustomer {

  @Id public UUID id;

  public String code;

  @Enumerated(EnumType.STRING)
  @Column(columnDefinition = "varchar(20)")
  public Kind kind;

  public String name;

  @Convert(converter = JsonColumns.OfIndividual.class)
  public Individual individual;

  @Convert(converter = JsonColumns.OfEnterprise.class)
  public Enterprise enterprise;

  public byte[] contact;

  public byte[] financial;

  @Column(name = "`sensitive`")
  public byte[] sensitive;

  @Convert(converter = JsonColumns.OfExternalIds.class)
  @Column(name = "external_ids")
  public List<ExternalId> externalIds;

  @Enumerated(EnumType.STRING)
  @Column(columnDefinition = "varchar(20)")
  public Source source;

  @Column(name = "created_at")
  public Instant createdAt;

  @Column(name = "updated_at")
  public Instant updatedAt;

  @Column(name = "deleted_at")
  public Instant deletedAt;

  public long version;
}
