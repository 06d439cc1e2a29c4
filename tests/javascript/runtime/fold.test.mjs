import assert from "node:assert/strict";
import { test } from "node:test";
import { Folded, hidesWords, lowered, words } from "../../../generator/targets/javascript/runtime/fold.js";

const low = (text) => new Folded(text).low;

test("words are ASCII letters, digits and underscores in lower case", () => {
  assert.deepEqual(words('Asset "AAPL" is_not\u00e9fractionable\u212a!'), ["asset", "aapl", "is_not", "fractionable"]);
});

test("only ASCII letters are lowered, so that no place moves", () => {
  assert.equal(lowered("\u0130 ORDER \u212a"), "\u0130 order \u212a");
});

test("escapes, typographic quotes, tags and runs of blanks are undone", () => {
  assert.equal(low('a \\"b\\" \u201cc\u201d &quot;d&quot; &amp;#39;e&#x27;'), "a \"b\" \"c\" \"d\" 'e'");
  assert.equal(low("<b>a</b>  b\u00a0c\u200bd\u2026"), "a b cd...");
  assert.equal(low('x,"asset ""A"" is"'), 'x,"asset "a" is"');
});

test("punctuation that was read as Windows-1252 is mended", () => {
  assert.equal(low("\u00e2\u20ac\u0153a\u00e2\u20ac\u009d \u00e2\u20ac\u2122 \u00c2\u00a0b"), '"a" \' b');
});

test("marks of comments and quotations at the beginning of lines go", () => {
  assert.equal(new Folded(" * one\n * two\n> three").lines, "* one\ntwo\nthree");
});

test("an escape hides the word behind it", () => {
  assert.ok(hidesWords("\\ninsufficient"));
  assert.ok(!hidesWords("insufficient \u00e9"));
});

test("a piece of the folded text is found in the original, also behind pairs", () => {
  const text = "\u{1f4a5}  &quot;a\\nb&quot; \u2026 end";
  const folded = new Folded(text);
  const at = folded.low.indexOf("end");
  const [start, end] = folded.spanInOriginal(at, at + 3);
  assert.equal(text.slice(start, end), "end");
});
