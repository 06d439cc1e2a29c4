import assert from "node:assert/strict";
import { test } from "node:test";
import { idempotencyKey, onlyReads } from "../../../generator/targets/javascript/runtime/operations.js";

const TABLE = {
  reads: ["POST /order/dryrun"],
  writes: ["GET /auth/renew"],
  keys: [["POST /v2/orders", "client_order_id"], ["POST /v1/accounts/{id}/orders", "key"]],
};

test("what is not known to only read is a write", () => {
  const reading = ["read", "GET /v2/orders", "get /x", "POST https://h.example/order/dryrun/?a=1"];
  const writing = ["write", "POST /v2/orders", "GET /auth/renew", "", "POST /order/dryrun/more"];
  assert.deepEqual(reading.filter((one) => !onlyReads(one, [TABLE])), []);
  assert.deepEqual(writing.filter((one) => onlyReads(one, [TABLE])), []);
});

test("a part of a path in braces stands for any one part", () => {
  assert.equal(idempotencyKey("POST /v1/accounts/7/orders", TABLE), "key");
  assert.equal(idempotencyKey("POST /v1/accounts//orders", TABLE), null);
  assert.equal(idempotencyKey("DELETE /v2/orders", TABLE), null);
});
