import assert from "node:assert/strict";
import { test } from "node:test";
import { Folded } from "../../../generator/targets/javascript/runtime/fold.js";
import {
  calledCodes,
  hosts,
  mayBeStatus,
  StatedValues,
  Statuses,
} from "../../../generator/targets/javascript/runtime/stated.js";

const values = new StatedValues(["code", "message", "data", "error_code"]);
const statuses = new Statuses({
  before: ["http", "status code"],
  beforeClosed: ["failed with"],
  behind: ["client error"],
  phrases: ["not found"],
});
const groups = (text) => values.groups(new Folded(text)).map(([, , fields]) => fields);
const status = (text, number = "404") => statuses.stated(new Folded(text), [number])?.[1] ?? null;

test("fields are read from JSON, reprs and logfmt, nested or cut", () => {
  assert.deepEqual(groups('x {"code":40310000,"message":"no \\"more\\" funds"'), [
    { code: 40_310_000, message: 'no "more" funds' },
  ]);
  assert.deepEqual(groups("{'error_code': 'bad', 'message': None}"), [{ error_code: "bad", message: null }]);
  assert.deepEqual(groups("code=7 message=oops"), [{ code: 7, message: "oops" }]);
});

test("a field that comes again begins another group", () => {
  assert.deepEqual(groups('{"code":1,"data":{"x":1}} {"code":2}'), [{ code: 1, data: {} }, { code: 2 }]);
});

test("a long number keeps its digits", () => {
  assert.deepEqual(groups("code=123456789012345678"), [{ code: "123456789012345678" }]);
  assert.deepEqual(groups("code=40_310_000"), [{ code: 40_310_000 }]);
});

test("a number is a status by the words or signs beside it", () => {
  for (const text of ["HTTP 404", "status code: 404", "404 Not Found", "failed with 404:", "(404)", '404 {"a":1}']) {
    assert.equal(status(text), 404, text);
  }
});

test("a number is no status within a figure, a price, a time or prose", () => {
  for (const text of ["failed with 404 items", "$404", "10.404", "404ms", "12:404", "the 404 orders", "/404"]) {
    assert.equal(status(text), null, text);
  }
  assert.ok(!mayBeStatus("1.404", 2));
});

test("hosts and codes that are called so are found", () => {
  assert.deepEqual(hosts("get https://api.example.com/x"), ["api.example.com"]);
  assert.deepEqual(calledCodes(new Folded('code: "E1", Code=40_01, code 404')), ["E1", "4001"]);
});
