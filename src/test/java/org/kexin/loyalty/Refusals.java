package org.kexin.loyalty;

import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;

/** How refusals look. */
final class Refusals {

  private Refusals() {}

  static void refused(ValidatableResponse answer, int status, String code) {
    answer.statusCode(status).body("code", is(code));
  }

  static void refusedAt(ValidatableResponse answer, String pointer) {
    answer.statusCode(400).body("errors[0].pointer", is(pointer));
  }
}
