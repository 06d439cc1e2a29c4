// From generator/targets/javascript/runtime/fold.js by `python -m generator build`. Do not edit.
/** The one way in which a text is made comparable, and the words of a text. */

/** Blanks and line ends as a class of an expression: JavaScript's own leaves out some and has U+FEFF besides. */
export const BLANK = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";

const ONLY_BLANK = new RegExp(`^[${BLANK}]+$`);
const WORD = /[a-z0-9_]+/g;
const BEYOND_ASCII = /[^\x00-\x7f]/;
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff]/;
const NOT_PLAIN = /[^\x20-\x7e]|[\\&<]| {2}|""|^ | $/;
/** What Windows-1252 has in the places from 0x80 on. */
const WINDOWS = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";
const WIDE = 0xfee0;
/** @type {Record<string, string>} */
const HTML = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/**
 * What takes the place of a match, by the match and its groups.
 *
 * @typedef {(found: string, one?: string, two?: string) => string} Replacement
 */

/**
 * Steps of folding, each with what a text has to hold for it to be worth trying.
 *
 * @type {readonly (readonly [needed: RegExp, pattern: RegExp, replacement: Replacement])[]}
 */
const STEPS = [
  // UTF-8 punctuation that was read as Windows-1252 or Latin-1, as logs and spreadsheets have it
  [/[\u00e2\u00c2]/, /\u00e2[\u20ac\u0080][^\x00-\x7f]|\u00c2[\u0080-\u00bf]/gu, misread],
  [/&/, /&(?:amp;)*(#[0-9]{1,6}|#[xX][0-9a-fA-F]{1,5}|amp|lt|gt|quot|apos|nbsp);/g, unescapedHtml],
  // doubled, as in CSV
  [/"/, /(?<=[\p{L}\p{N}_])""|""(?=[\p{L}\p{N}_])|(?<=[\p{L}\p{N}_]\\)""(?=[ .:;)])/gu, () => '"'],
  // a path such as \new\table is not escaped
  [/\\/, /(?<!\\)\\{1,16}(?:u([0-9a-fA-F]{4})|(["'/`])|[nrt](?![A-Za-z]{2}:)|\r?\n)/g, unescaped],
  // what colors a log, be the escape character written out or not
  [/[\x1b\\]/, /(?:\x1b|(?<!\\)\\{1,16}(?:x1[bB]|033|e))\[[0-9;?]{0,16}[A-Za-z]/g, () => ""],
  // a line of code below its place in a traceback of Python: what stands in it was not said
  [
    /\n/,
    /(File "[^"\n]{1,300}", line [0-9]{1,7}[^\n]{0,300}\n) {2,40}(?! |File ")[^\n]*/g,
    (_, place = "") => place,
  ],
  [
    BEYOND_ASCII,
    /[\u2018-\u201f\u2032\u2033\u00ab\u00bb\u200b-\u200d\u2060\ufeff\uff01-\uff5e\u2026]/g,
    straightened,
  ],
  [/</, /<\/?(?:br|b|i|p|em|strong|code|title|h[1-6]|span|div|font|td|li)(?: ?\/)?>/gi, () => " "],
];
const SPACE = new RegExp(
  // a line's end, with the marks of a comment, a quotation or a table at the beginning of the next line
  `(?:(?![\\r\\n])[${BLANK}])*[\\r\\n][${BLANK}]*(?:[*#>|/;%:\\u2502-]+(?![^${BLANK}])[${BLANK}]*)?|[${BLANK}]+`,
  "g",
);

/**
 * The words of a text: ASCII letters, digits and underscores, in lower case.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function words(text) {
  return lowered(text).match(WORD) ?? [];
}

/**
 * Whether words can only be told once the text is folded: an escape glues its letter to a word.
 *
 * @param {string} text
 */
export function hidesWords(text) {
  return text.includes("\\") || text.includes("&") || text.includes("\x1b") || INVISIBLE.test(text);
}

/**
 * The text with ASCII letters in lower case. The length stays, so places carry over.
 *
 * @param {string} text
 */
export function lowered(text) {
  return BEYOND_ASCII.test(text)
    ? text.replace(/[A-Z]+/g, (found) => found.toLowerCase())
    : text.toLowerCase();
}

/**
 * Whether folding would only change the case.
 *
 * @param {string} text
 */
export function isPlain(text) {
  return !NOT_PLAIN.test(text);
}

/**
 * Whether there is something in a text, and nothing but blanks.
 *
 * @param {string} text
 */
export function isBlank(text) {
  return ONLY_BLANK.test(text);
}

/**
 * The text without blanks at its ends, and how many there were before it.
 *
 * @param {string} text
 * @returns {[text: string, before: number]}
 */
export function stripped(text) {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charAt(start))) start++;
  while (end > start && isBlank(text.charAt(end - 1))) end--;
  return [text.slice(start, end), start];
}

/**
 * A text with escapes undone, quotes straight and blanks single.
 *
 * `plain` keeps the case, `low` is in lower case, `lines` has a line feed where a line ended and a tab where a
 * cell of a table did. They have one length, so a place in one is the same place in the others.
 */
export class Folded {
  /** @param {string} text */
  constructor(text) {
    this.original = text;
    this.lines = isPlain(text) ? text : stripped(inSteps(text, replaced))[0];
    this.plain = this.lines.replaceAll(/[\n\t]/g, " ");
    this.low = lowered(this.plain);
  }

  /**
   * Where a piece of the folded text stands in the original: worked out by folding once more.
   *
   * @param {number} start
   * @param {number} end
   * @returns {[start: number, end: number]}
   */
  spanInOriginal(start, end) {
    if (isPlain(this.original)) return [start, end];
    /** @type {Shift[][]} */
    const shifts = [];
    const text = inSteps(this.original, (one, pattern, replacement) =>
      noted(one, pattern, replacement, shifts),
    );
    const lead = stripped(text)[1];
    const inOriginal = (/** @type {number} */ at) =>
      Math.min(
        shifts.reduceRight((place, shift) => before(shift, place), at + lead),
        this.original.length,
      );
    return [inOriginal(start), inOriginal(end)];
  }
}

/**
 * A pair of places behind which the text after a step and the one before it run alike.
 *
 * @typedef {[after: number, before: number]} Shift
 */

/**
 * @param {string} text
 * @param {(text: string, pattern: RegExp, replacement: Replacement) => string} replace
 */
function inSteps(text, replace) {
  let folded = text;
  for (const [needed, pattern, replacement] of STEPS) {
    if (needed.test(folded)) folded = replace(folded, pattern, replacement);
  }
  return replace(folded, SPACE, spaced);
}

/**
 * @param {string} text
 * @param {RegExp} pattern
 * @param {Replacement} replacement
 */
function replaced(text, pattern, replacement) {
  return text.replace(pattern, replacement);
}

/**
 * Replace, and note where the texts run alike.
 *
 * @param {string} text
 * @param {RegExp} pattern
 * @param {Replacement} replacement
 * @param {Shift[][]} shifts
 */
function noted(text, pattern, replacement, shifts) {
  /** @type {Shift[]} */
  const places = [[0, 0]];
  let made = "";
  let done = 0;
  for (const found of text.matchAll(pattern)) {
    made += text.slice(done, found.index);
    places.push([made.length, found.index]);
    made += replacement(found[0], found[1], found[2]);
    done = found.index + found[0].length;
    places.push([made.length, done]);
  }
  shifts.push(places);
  return made + text.slice(done);
}

/**
 * @param {Shift[]} places
 * @param {number} at
 */
function before(places, at) {
  const [after, place] = /** @type {Shift} */ (places.findLast((shift) => shift[0] <= at));
  return place + at - after;
}

/** @type {Replacement} */
function misread(found) {
  const last = /** @type {number} */ (found.codePointAt(found.length - 1));
  if (found.length === 2) return String.fromCharCode(last);
  const byte = last <= 0xff ? last : WINDOWS.indexOf(found.charAt(2)) + 0x80;
  return byte >= 0x80 && byte < 0xc0 ? String.fromCharCode(0x2000 + byte - 0x80) : found;
}

/** @type {Replacement} */
function unescapedHtml(found, name = "") {
  if (!name.startsWith("#")) return HTML[name] ?? found;
  const number = Number(/^#x/i.test(name) ? `0${name.slice(1)}` : name.slice(1));
  return number > 0 ? String.fromCodePoint(number) : found;
}

/** @type {Replacement} */
function unescaped(_, code, sign) {
  return code ? String.fromCharCode(Number.parseInt(code, 16)) : (sign ?? "\n");
}

/** @type {Replacement} */
function straightened(sign) {
  if (/[\u2018-\u201b\u2032]/.test(sign)) return "'";
  if (INVISIBLE.test(sign)) return "";
  if (sign === "\u2026") return "...";
  return sign >= "\uff01" ? String.fromCharCode(sign.charCodeAt(0) - WIDE) : '"';
}

/** @type {Replacement} */
function spaced(found) {
  if (/[\r\n]/.test(found)) return "\n";
  return found.includes("\t") ? "\t" : " ";
}
