import assert from "node:assert/strict";
import { test } from "node:test";
import { asStatus, asText, checkOf, kindOf, parsed, valueAt } from "../../../generator/targets/javascript/runtime/values.js";

test("numbers stay as they are written", () => {
  assert.deepEqual(parsed('{"a":1.50,"b":12345678901234567890,"c":7,"d":1e3,"e":NaN}'), {
    a: "1.50",
    b: "12345678901234567890",
    c: 7,
    d: "1e3",
    e: "NaN",
  });
});

test("digits within texts and keys are left alone", () => {
  assert.deepEqual(parsed('{"1.5":"2.50 \\" 3.5"}'), { 1.5: '2.50 " 3.5' });
});

test("what is no JSON does not become JSON", () => {
  for (const text of ["{1.5:2}", "[01.5]", "[1.]", "[.5]", "{NaN:1}", "[-NaN]", "['a']", '{"a":1.5.5}']) {
    assert.throws(() => parsed(text), SyntaxError, text);
  }
});

test("quotes without an end take no longer than others", () => {
  const started = performance.now();
  assert.throws(() => parsed(`{"${'\\"'.repeat(100_000)}}`), SyntaxError);
  assert.ok(performance.now() - started < 1000);
});

test("a path leads into objects and lists, and not to what objects inherit", () => {
  assert.equal(valueAt({ a: [{ b: 1 }] }, ["a", "0", "b"]), 1);
  assert.equal(valueAt({ a: {} }, ["a", "constructor"]), undefined);
  assert.equal(valueAt({ a: [1] }, ["a", "length"]), undefined);
});

test("a value as a param is its text, and nothing where there is none", () => {
  assert.deepEqual([asText("x"), asText(7), asText(true), asText([1, { a: "b" }]), asText(null), asText(undefined)], [
    "x",
    "7",
    "true",
    '[1,{"a":"b"}]',
    null,
    null,
  ]);
});

test("a status is a number of three digits, as a number or as text", () => {
  assert.deepEqual([403, "403", "0403", 99, 600, 403.5, true].map(asStatus), [403, 403, null, null, null, null, null]);
});

test("the page of a gateway is told from a text", () => {
  assert.deepEqual(["", null, "<HTML>", "no"].map(kindOf), ["empty", "empty", "html", "text"]);
});

test("conditions ask for shapes and values, never for what is only alike", () => {
  const holds = (shape, value, wanted) => checkOf({ path: ["a"], shape, value: wanted })(value);
  assert.ok(holds("integer", "-12") && holds("integer", 3) && !holds("integer", 3.5) && !holds("integer", true));
  assert.ok(holds("is", false, false) && !holds("is", 0, false) && !holds("is", "1", 1));
  assert.ok(holds("like", "40310000", "[45][0-9]{7}") && !holds("like", "x40310000", "[45][0-9]{7}"));
  assert.ok(holds("empty", []) && holds("empty", null) && !holds("empty", undefined) && !holds("empty", 0));
  assert.ok(holds("one_of", 5, ["5", "6"]) && !holds("one_of", 7, ["5", "6"]));
});
