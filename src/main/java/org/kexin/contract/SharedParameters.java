package org.kexin.contract;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.kexin.access.MayBreakGlass;
import org.kexin.access.Purpose;

/** Parameters that mean the same in every operation, so that they are described once. */
final class SharedParameters {

  static final String IDEMPOTENCY_KEY = "Idempotency-Key";
  static final String IF_MATCH = "If-Match";
  static final String IF_NONE_MATCH = "If-None-Match";

  private static final Map<String, Supplier<Parameter>> KNOWN =
      Map.of(
          IDEMPOTENCY_KEY,
          SharedParameters::idempotencyKey,
          IF_MATCH,
          SharedParameters::ifMatch,
          IF_NONE_MATCH,
          SharedParameters::ifNoneMatch,
          "fields",
          SharedParameters::fields,
          "pageSize",
          SharedParameters::pageSize,
          "pageToken",
          SharedParameters::pageToken);

  private final Map<String, Parameter> components = new TreeMap<>();

  /** The purpose of use. */
  Parameter purposeOfUse() {
    return shared(Purpose.HEADER, SharedParameters::purpose);
  }

  /** The reason for which a caller of another department goes on. */
  Parameter breakGlassReason() {
    return shared(MayBreakGlass.HEADER, SharedParameters::glass);
  }

  /** {@code parameter}, or a reference to the shared one of its name. */
  Parameter of(Parameter parameter) {
    Supplier<Parameter> known = parameter.getRef() == null ? KNOWN.get(parameter.getName()) : null;
    return known == null ? described(parameter) : shared(parameter.getName(), known);
  }

  /** The shared parameters referred to so far. */
  Map<String, Parameter> components() {
    return components;
  }

  private Parameter shared(String name, Supplier<Parameter> definition) {
    String key = name.replace("-", "");
    String component = Character.toUpperCase(key.charAt(0)) + key.substring(1);
    components.computeIfAbsent(component, absent -> definition.get());
    return OASFactory.createParameter().ref("#/components/parameters/" + component);
  }

  /** An id needs no words; of every other parameter the resource says what it means. */
  private static Parameter described(Parameter parameter) {
    boolean id = parameter.getIn() == In.PATH && "uuid".equals(parameter.getSchema().getFormat());
    if (id && parameter.getDescription() == null) {
      parameter.setDescription("Id of the record, UUID version 7.");
    }
    retype(parameter.getSchema());
    Schemas.bound(parameter.getSchema());
    return parameter;
  }

  /** The generator forgets the type of a parameter for which {@code @Schema} gives bounds. */
  private static void retype(Schema schema) {
    if (schema.getRef() != null || schema.getType() != null) {
      return;
    }
    boolean number = schema.getMinimum() != null || schema.getMaximum() != null;
    schema.setType(List.of(number ? SchemaType.INTEGER : SchemaType.STRING));
    if (number && schema.getFormat() == null) {
      schema.setFormat("int32");
    }
    if (!number && schema.getExamples() != null) {
      schema.setExamples(
          schema.getExamples().stream().map(String::valueOf).map(Object.class::cast).toList());
    }
  }

  private static Parameter idempotencyKey() {
    return header(
            IDEMPOTENCY_KEY,
            "Fresh for each intended effect, such as a UUID. Sent again with the same body, it gives"
                + " the same answer without another effect; remembered for two days.",
            "0192f1c4-7d5e-7a3b-9c1d-2f4e6a8b0c1d",
            255)
        .required(true);
  }

  private static Parameter ifMatch() {
    // Not required: a request without it is answered 428, which says what to do, and not 400.
    return header(IF_MATCH, "The ETag of the version that the change is meant for.", "\"3\"", 255);
  }

  private static Parameter ifNoneMatch() {
    return header(
        IF_NONE_MATCH,
        "The ETag of the version that the caller has: 304 if it is the present one.",
        "\"3\"",
        255);
  }

  private static Parameter purpose() {
    Parameter purpose =
        header(
                Purpose.HEADER,
                "Why personal data is looked at (使用目的); recorded with the access.",
                Purpose.SERVICE.text(),
                64)
            .required(true);
    purpose
        .getSchema()
        .addExtension(
            "x-extensible-enum", Arrays.stream(Purpose.values()).map(Purpose::text).toList());
    return purpose;
  }

  private static Parameter glass() {
    // Longer than the reason: a Chinese character takes nine when it is percent-encoded.
    return header(
        MayBreakGlass.HEADER,
        "Why the caller must reach a customer of another department now (紧急访问理由): 10 to 200"
            + " characters on one line. Characters other than ASCII, such as Chinese ones, are sent"
            + " as percent-encoded UTF-8 (客户 is %E5%AE%A2%E6%88%B7), and a percent sign is %25."
            + " Recorded with the access and reviewed; ignored where it is not needed.",
        "Call-back on complaint 4711, the colleague in charge is ill.",
        2000);
  }

  private static Parameter fields() {
    return query(
        "fields",
        "Members wanted, separated by commas; all when absent.",
        text(1000).examples(List.of("id,name,version")));
  }

  private static Parameter pageSize() {
    return query(
        "pageSize",
        "Rows wanted, 50 when absent; more than 200 are capped to 200, not refused.",
        OASFactory.createSchema()
            .type(List.of(SchemaType.INTEGER))
            .format("int32")
            .minimum(BigDecimal.ONE)
            .maximum(BigDecimal.valueOf(Integer.MAX_VALUE))
            .examples(List.of(50)));
  }

  private static Parameter pageToken() {
    return query(
        "pageToken", "The nextPageToken of the same query; absent for its first page.", text(200));
  }

  private static Parameter header(String name, String description, String example, int maxLength) {
    return OASFactory.createParameter()
        .name(name)
        .in(In.HEADER)
        .description(description)
        .schema(text(maxLength).examples(List.of(example)));
  }

  private static Parameter query(String name, String description, Schema schema) {
    return OASFactory.createParameter()
        .name(name)
        .in(In.QUERY)
        .description(description)
        .schema(schema);
  }

  private static Schema text(int maxLength) {
    return OASFactory.createSchema().type(List.of(SchemaType.STRING)).maxLength(maxLength);
  }
}
