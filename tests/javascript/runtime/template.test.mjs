import assert from "node:assert/strict";
import { test } from "node:test";
import { Ending } from "../../../generator/targets/javascript/runtime/cut.js";
import { Folded } from "../../../generator/targets/javascript/runtime/fold.js";
import { Mentions } from "../../../generator/targets/javascript/runtime/mention.js";
import { Template } from "../../../generator/targets/javascript/runtime/template.js";

function template(pieces, { beside = "any", exactCase = false, spelled = [] } = {}) {
  const row = { key: pieces.join(""), spelled, pieces, words: [], early: [], beside, exactCase, signatures: [] };
  return new Template(row, ["error"]);
}

const found = (made, text, beside) => {
  const folded = new Folded(text);
  const place = made.find(folded, beside);
  return place && place[2].map(([start, end]) => folded.plain.slice(start, end));
};

test("slots hold what stands between literals, in its own case", () => {
  const made = template(['asset "', "symbol:symbol", '" is not fractionable']);
  assert.deepEqual(found(made, 'Error: asset "BRK.B" is not fractionable.'), ["BRK.B"]);
});

test("a slot gives nothing back of what it took", () => {
  assert.equal(found(template(["level", "level:int", "0 reached"]), "level10 reached"), null);
  assert.equal(template(["level", "level:int", "0 reached"]).whole("level10 reached"), null);
});

test("an open slot ends with its quotation, else with its line", () => {
  const made = template(["request failed: ", "reason:rest", ""]);
  assert.deepEqual(found(made, 'said "request failed: no more" to me'), ["no more"]);
  assert.deepEqual(found(made, "request failed: no more.\nnext"), ["no more."]);
});

test("characters outside the basic plane do not move a value", () => {
  assert.deepEqual(found(template(["qty ", "qty:decimal", " is wrong"]), "\u{1f4a5}\u{1f4a5} qty 1.5 is wrong"), ["1.5"]);
});

test("a message does not begin or end within a word", () => {
  const made = template(["invalid symbol"]);
  assert.equal(found(made, "uninvalid symbol"), null);
  assert.equal(found(made, "invalid symbols"), null);
  assert.ok(found(made, "invalid symbol!"));
});

test("in a message field no sentence goes on beside it", () => {
  const made = template(["account not authorized to trade"]);
  assert.ok(found(made, "account not authorized to trade options"));
  assert.equal(found(made, "account not authorized to trade options", made.besideInField), null);
});

test("a word or two count only by themselves, behind a log level, or before a field", () => {
  const made = template(["access forbidden"], { beside: "nothing" });
  assert.ok(found(made, "ERROR access forbidden"));
  assert.ok(found(made, "access forbidden code=7"));
  assert.equal(found(made, "the access forbidden"), null);
  assert.equal(found(made, "access forbidden here"), null);
});

test("what everybody says counts only as the vendor spells it", () => {
  const made = template(["unauthorized"], { beside: "nothing", exactCase: true, spelled: ["unauthorized"] });
  assert.ok(found(made, "unauthorized"));
  assert.equal(found(made, "Unauthorized"), null);
});

test("a text may break off within a word, at dots, or in an open quotation", () => {
  const made = template(["order is not cancelable while it is pending"]);
  const at = (text) => new Ending(new Folded(text)).breaksOffIn(made);
  assert.equal(at("ERROR order is not cancelable while it is pen"), 6);
  assert.equal(at("order is not cancelable while..."), 0);
  assert.equal(at("order is not..."), null);
  assert.equal(at("order is not cancelable while it was"), null);
});

test("a message that begins with a slot breaks off like another one", () => {
  const made = template(["", "kind:word", " orders are not allowed here"]);
  assert.equal(new Ending(new Folded("ERROR market orders are not allo")).breaksOffIn(made), 6);
});

test("a sentence mentions a short message between words that make no other phrase of it", () => {
  const made = template(["order not found"], { beside: "no_sentence" });
  const mentions = new Mentions({ introducing: ["because"], continuing: ["when"] });
  const at = (text) => mentions.find(made, new Folded(text))?.[0] ?? null;
  assert.equal(at("it failed because order not found when sent"), 18);
  assert.equal(at("the parent order not found"), null);
  assert.equal(at("order not found handler"), null);
});

test("an open slot ends with its cell", () => {
  assert.deepEqual(found(template(["failed: ", "reason:rest", ""]), "12:01\tfailed: no more\tACME"), ["no more"]);
});

test("a literal of two same parts is found behind a false start", () => {
  assert.deepEqual(found(template(["code ", "code:int", " of asset"]), "code x code 7 of asset"), ["7"]);
});
