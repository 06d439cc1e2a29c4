import assert from "node:assert/strict";
import { test } from "node:test";
import { Recognition } from "../../../generator/targets/javascript/runtime/match.js";

const COMMON = {
  codes: [[403, 404], [429, 429], [503, 503]],
  before: ["http"],
  beforeClosed: [],
  behind: [],
  phrases: ["forbidden"],
  levels: ["error"],
};
const ACME = {
  broker: "acme",
  marks: ["acme"],
  hosts: [],
  fields: [],
  operations: { reads: [], writes: [], keys: [["POST /orders", "key"]] },
  channels: [["rest", true], ["stream"]],
  codeSets: [["AcmeCode", "[0-9]{6}", ["100200", "100300"], ["100200"]]],
  envelopes: [
    { id: "result", when: [["ok", "is", true]], success: true },
    { id: "body", when: [["text", "text"]], code: "number", codeSets: ["AcmeCode"], message: "text", requestId: "id" },
  ],
  forms: [],
  templates: [
    ["Not enough cash for {qty:decimal} shares of {symbol:symbol}", "cash enough", { entry: "no_cash", unmistakable: true }],
    ["the market sleeps", "sleeps", "asleep"],
  ].map(([text, ...rest]) => [text.toLowerCase(), ...rest]),
  signatures: [
    { entry: "busy", kind: "code", code: "100200" },
    { entry: "forbidden", status: 403, fallback: true },
    { entry: "slow_down", status: 429, fallback: true },
  ],
  entries: {
    no_cash: ["funds not_applied after_change", { fields: ["number"] }],
    asleep: "market not_applied after_change",
    busy: ["server unknown reconcile backoff", { mayRepeat: true }],
    forbidden: ["permission not_applied never", { fallback: true }],
    slow_down: ["rate not_applied wait", { fallback: true, wait: { field: "pause", seconds: 9, echo: ["ticket"] } }],
  },
};
const acme = new Recognition([ACME], COMMON);
const BODY = { text: "Not enough cash for 1.5 shares of ABC", number: 100300, id: "r7" };

test("a body tells the error, its values and where they were read", () => {
  const { report, ...found } = acme.match(BODY, { broker: "acme", status: 403 });
  assert.deepEqual(found, {
    error: "acme.no_cash",
    matchedOn: "message",
    params: { number: "100300", qty: "1.5", symbol: "ABC" },
    category: "funds",
    outcome: "not_applied",
    retry: "after_change",
    retryRead: "after_change",
    fallback: false,
  });
  assert.deepEqual(report, {
    broker: "acme",
    channel: "rest",
    status: 403,
    code: "100300",
    message: BODY.text,
    fields: BODY,
    requestId: "r7",
    place: null,
  });
});

test("a line of a log tells where the message stands", () => {
  const line = "12:00 ERROR \u{1f4a5} the market sleeps (HTTP 403)";
  const found = acme.match(line, { broker: "acme" });
  assert.equal(found.error, "acme.asleep");
  assert.equal(line.slice(...found.report.place), "the market sleeps");
  assert.equal(found.report.status, 403);
});

test("without a broker only what is unmistakable counts", () => {
  assert.equal(acme.match("the market sleeps"), null);
  assert.equal(acme.match(BODY)?.error, "acme.no_cash");
  assert.equal(acme.match("acme says: the market sleeps")?.error, "acme.asleep");
});

test("a good answer is no error", () => {
  assert.equal(acme.match({ ok: true, text: "the market sleeps" }, { broker: "acme" }), null);
});

test("a frame is read as the value behind its framing", () => {
  const framed = new Recognition([{ ...ACME, channels: [["rest", true], ["stream", false, [], ["42"]]] }], COMMON);
  const good = JSON.stringify([{ ok: true, text: "the market sleeps" }]);
  assert.equal(framed.match(`42${good}`, { broker: "acme" }), null);
  assert.equal(framed.match(`42${JSON.stringify([BODY])}`, { broker: "acme" })?.error, "acme.no_cash");
  assert.equal(framed.match(`43${good}`, { broker: "acme" })?.error, "acme.asleep");
  assert.equal(acme.match(`42${good}`, { broker: "acme" })?.error, "acme.asleep");
});

test("a form that a code leads to may go on to the end of the line", () => {
  const form = ["code_first", "{number:int}: {text:rest}", ""];
  const coded = new Recognition([{ ...ACME, forms: [form] }], COMMON);
  const found = coded.match("18:30 100200: what no entry names\nnext line", { broker: "acme" });
  assert.equal(found.error, "acme.busy");
  assert.deepEqual(found.report.fields, { number: 100200, text: "what no entry names" });
});

test("code comes before status, status where nothing else is known", () => {
  assert.equal(acme.match({ text: "x y", number: 100200 }, { broker: "acme", status: 403 })?.matchedOn, "code");
  assert.equal(acme.match({ text: "x y" }, { broker: "acme", status: 403 })?.error, "acme.forbidden");
});

test("each distinct error of a text is told, the best first", () => {
  const text = `${JSON.stringify(BODY)}\nthe market sleeps`;
  assert.deepEqual(
    acme.matchAll(text, { broker: "acme" }).map(({ error }) => error),
    ["acme.no_cash", "acme.asleep"],
  );
});

test("a source never throws", () => {
  const cycle = {};
  cycle.self = [cycle];
  const sources = [undefined, null, 7, 7n, Symbol("x"), () => 1, new Map(), cycle, "{".repeat(10_000), "\ud83d", NaN];
  const throwing = {
    get text() {
      throw new Error("no");
    },
  };
  for (const source of [...sources, throwing]) assert.equal(acme.match(source, { broker: "acme" }), null);
});

test("a broker or a channel that there is not is refused, and those that there are told", () => {
  assert.throws(() => acme.match("x", { broker: "acne" }), /no broker "acne"; there are acme/);
  assert.throws(() => acme.match("x", { channel: "mail" }), /no channel "mail"; there are rest, stream/);
});

test("advice depends on the operation", () => {
  const busy = acme.match({ text: "x y", number: 100200 }, { broker: "acme" });
  const reading = acme.advice(busy, "GET /orders");
  assert.deepEqual([reading.retry, reading.resend, reading.idempotencyKey], ["backoff", true, null]);
  const writing = acme.advice(busy, "POST /orders");
  assert.deepEqual([writing.retry, writing.resend, writing.idempotencyKey], ["reconcile", false, "key"]);
});

test("a wait is what the body states, with what has to be sent back", () => {
  const found = acme.match({ text: "x y", pause: "15", ticket: "t1" }, { broker: "acme", status: 429 });
  const advice = acme.advice(found);
  assert.deepEqual([advice.retry, advice.resend, advice.waitSeconds, advice.echo], ["wait", true, 15, { ticket: "t1" }]);
});

test("what was told can be sent on as JSON, and advised on there", () => {
  const found = acme.match(BODY, { broker: "acme" });
  const sent = JSON.parse(JSON.stringify(found));
  assert.deepEqual(sent, found);
  assert.deepEqual(acme.advice(sent), acme.advice(found));
});

test("reads tells whether repeating is harmless", () => {
  assert.ok(acme.reads("GET /orders"));
  assert.ok(!acme.reads("POST /orders", "acme"));
});
