package org.kexin.shared;

import static org.kexin.shared.BadInput.field;
import static org.kexin.shared.BadInput.value;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kexin.testing.LocalParts;

/** Members of a body that are of another type, or cannot be true. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class BadValueIT {

  @ParameterizedTest
  @MethodSource({"outOfType", "outOfRange"})
  void isRefusedAndChangesNothing(BadInput bad)
      throws IOException, InterruptedException, SQLException {
    bad.isRefusedAndChangesNothing();
  }

  static Stream<BadInput> outOfType() {
    return Stream.of(
        field("unknown member", "\"isAdmin\": true,", "unknown-member", "/isAdmin"),
        field(
            "unknown nested member",
            "\"phones\": [{\"number\": \"1\", \"x\": 1}],",
            "unknown-member",
            "/phones/0/x"),
        field("number as text", "\"name\": 1,", "type-mismatch", "/name"),
        field("1e999999 as text", "\"name\": 1e999999,", "type-mismatch", "/name"),
        field("boolean as text", "\"name\": true,", "type-mismatch", "/name"),
        field("object as text", "\"name\": {},", "type-mismatch", "/name"),
        field("text as list", "\"phones\": \"+8613812345678\",", "type-mismatch", "/phones"),
        field("object as list", "\"phones\": {},", "type-mismatch", "/phones"),
        field("list with null", "\"phones\": [null],", "type-mismatch", "/phones/0"),
        field("list with texts", "\"phones\": [\"1\"],", "type-mismatch", "/phones/0"),
        field(
            "unknown code",
            "\"individual\": {\"gender\": \"X\"},",
            "type-mismatch",
            "/individual/gender"),
        field(
            "number of a code",
            "\"individual\": {\"gender\": 1},",
            "type-mismatch",
            "/individual/gender"),
        field(
            "empty code",
            "\"individual\": {\"gender\": \"\"},",
            "type-mismatch",
            "/individual/gender"),
        field(
            "date as number",
            "\"individual\": {\"birthDate\": 7000},",
            "type-mismatch",
            "/individual/birthDate"),
        field(
            "date as list",
            "\"individual\": {\"birthDate\": [1990, 5, 17]},",
            "type-mismatch",
            "/individual/birthDate"),
        field(
            "empty date",
            "\"individual\": {\"birthDate\": \"\"},",
            "type-mismatch",
            "/individual/birthDate"),
        field(
            "no such day",
            "\"individual\": {\"birthDate\": \"2023-02-29\"},",
            "type-mismatch",
            "/individual/birthDate"),
        field("id that is none", "\"id\": \"1\",", "type-mismatch", "/id"),
        field("empty id", "\"id\": \"\",", "type-mismatch", "/id"),
        field("escaped NUL", "\"name\": \"a\\u0000b\",", "type-mismatch", "/name"),
        field("escaped control", "\"name\": \"a\\u0007b\",", "type-mismatch", "/name"),
        field("lone high surrogate", "\"name\": \"a\\ud842\",", "type-mismatch", "/name"),
        field("lone low surrogate", "\"name\": \"\\udfb7a\",", "type-mismatch", "/name"),
        BadInput.of(
            Raw.search("text as number", "{\"name\": \"Ann\", \"pageSize\": \"10\"}"),
            400,
            "validation-failed",
            "/pageSize"),
        BadInput.of(
            Raw.search("fraction as number", "{\"name\": \"Ann\", \"pageSize\": 1.5}"),
            400,
            "validation-failed",
            "/pageSize"),
        BadInput.of(
            Raw.search("1e999999 as number", "{\"name\": \"Ann\", \"pageSize\": 1e999999}"),
            400,
            "validation-failed",
            "/pageSize"),
        BadInput.of(
            Raw.search("2^31 as number", "{\"name\": \"Ann\", \"pageSize\": 2147483648}"),
            400,
            "body-malformed",
            ""));
  }

  static Stream<BadInput> outOfRange() {
    return Stream.of(
        value("nothing", "{}", "not-null", "/kind"),
        field("name too long", "\"name\": \"" + "x".repeat(201) + "\",", "size", "/name"),
        field("blank name", "\"name\": \" \",", "name-required", "/name"),
        field(
            "too many phones",
            "\"phones\": [" + repeat("{\"number\":\"13812345678\"}", 21) + "],",
            "size",
            "/phones"),
        field(
            "no such phone",
            "\"phones\": [{\"number\": \"12345\"}],",
            "phone-invalid",
            "/phones/0/number"),
        field(
            "phone in letters",
            "\"phones\": [{\"number\": \"call me\"}],",
            "phone-invalid",
            "/phones/0/number"),
        field(
            "phone without number",
            "\"phones\": [{\"label\": \"HOME\"}],",
            "not-null",
            "/phones/0/number"),
        field(
            "e-mail without at",
            "\"emails\": [{\"address\": \"nobody\"}],",
            "email-invalid",
            "/emails/0/address"),
        field("e-mail without address", "\"emails\": [{}],", "not-null", "/emails/0/address"),
        field(
            "birth date in the future",
            "\"individual\": {\"birthDate\": \"2999-01-01\"},",
            "birth-date-invalid",
            "/individual/birthDate"),
        field(
            "birth date long ago",
            "\"individual\": {\"birthDate\": \"1066-10-14\"},",
            "birth-date-invalid",
            "/individual/birthDate"),
        field(
            "household member without name",
            "\"individual\": {\"householdMembers\": [{\"relationship\": \"CHILD\"}]},",
            "not-null",
            "/individual/householdMembers/0/name"),
        field(
            "household member without relationship",
            "\"individual\": {\"householdMembers\": [{\"name\": \"李明\"}]},",
            "not-null",
            "/individual/householdMembers/0/relationship"),
        field(
            "resident id with a wrong check",
            "\"identityDocument\": {\"type\": \"RESIDENT_ID\", \"number\": \"999999197001310021\"},",
            "resident-id-invalid",
            "/identityDocument/number"),
        field(
            "document without a number",
            "\"identityDocument\": {\"type\": \"RESIDENT_ID\"},",
            "not-null",
            "/identityDocument/number"),
        field(
            "unknown country",
            "\"addresses\": [{\"country\": \"ZZ\"}],",
            "country-invalid",
            "/addresses/0/country"),
        field(
            "id of another version",
            "\"id\": \"6f1d2c1e-8a43-4f0e-9a66-1f0d8f5f7a10\",",
            "id-invalid",
            "/id"),
        field(
            "external id with a sign",
            "\"externalIds\": [{\"source\": \"web-shop\", \"value\": \"1' or 1=1\"}],",
            "pattern",
            "/externalIds/0/value"),
        field(
            "external id without a source",
            "\"externalIds\": [{\"value\": \"1\"}],",
            "not-null",
            "/externalIds/0/source"),
        field(
            "enterprise facts of a person",
            "\"enterprise\": {\"size\": \"SMALL\"},",
            "kind-mismatch",
            "/enterprise"),
        value(
            "credit code with a wrong check",
            """
            {"kind": "ENTERPRISE", "name": "Shop", "source": "FAIR",
             "enterprise": {"creditCode": "91350100M000100Y44"}}
            """,
            "credit-code-invalid",
            "/enterprise/creditCode"),
        BadInput.of(Raw.search("search without a criterion", "{}"), 400, "validation-failed", ""),
        BadInput.of(
            Raw.search("search for an empty name", "{\"name\": \"\"}"),
            400,
            "validation-failed",
            "/name"),
        BadInput.of(
            Raw.search("search for NUL", "{\"name\": \"\\u0000\"}"),
            400,
            "validation-failed",
            "/name"),
        BadInput.of(
            Raw.search("search for no phone", "{\"phone\": \"% or 1=1\"}"),
            400,
            "validation-failed",
            "/phone"));
  }

  private static String repeat(String item, int times) {
    return String.join(",", Collections.nCopies(times, item));
  }
}
