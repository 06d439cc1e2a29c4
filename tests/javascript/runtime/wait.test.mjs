import assert from "node:assert/strict";
import { test } from "node:test";
import { waitSeconds } from "../../../generator/targets/javascript/runtime/wait.js";

const NOW = 1_700_000_000;

test("what the answer states is waited, if it can be believed", () => {
  assert.equal(waitSeconds({ field: "p-time", seconds: 60 }, "15", {}, NOW), 15);
  assert.equal(waitSeconds({ field: "p-time", seconds: 60, cap: 100 }, "1000", {}, NOW), 60);
  assert.equal(waitSeconds({ field: "p-time" }, "soon", {}, NOW), null);
  assert.equal(waitSeconds({ field: "p-time", seconds: 60 }, "", {}, NOW), 60);
});

test("a header states seconds or the end", () => {
  assert.equal(waitSeconds({ header: "Retry-After" }, null, { "retry-after": "0" }, NOW), 1);
  const end = new Date((NOW + 30) * 1000).toUTCString();
  assert.equal(waitSeconds({ header: "Retry-After" }, null, { "retry-after": end }, NOW), 30);
  assert.equal(waitSeconds({ until_header: "X-Reset" }, null, { "x-reset": String(NOW + 5) }, NOW), 5);
});
