// From generator/targets/javascript/runtime/stated.js by `python -m generator build`. Do not edit.
/** What a text states beside messages: fields such as `key: value`, HTTP statuses, hosts, codes. */

import { BLANK, lowered } from "./fold.js";
import { escaped } from "./slots.js";
import { integerOf, isDecimal } from "./values.js";

/** @import {Folded} from "./fold.js" */
/** @import {Common} from "./rows.js" */

/** How far before a number the words are looked for that make it a status. */
const AROUND = 32;
const MOST_SIGNS = 4;
const STATUS_LENGTH = 3;
const MAX_NUMBER = 18;

const HOST = /(?:https?|wss?):\/\/([a-z0-9.-]{1,253})/g;
const CODE =
  /(?<![A-Za-z])(?:[Cc]ode|CODE)["'`]{0,2}(?: ?[:=] ?(?:"([^"\n]{1,64})"|'([^'\n]{1,64})'|(-?[A-Za-z0-9_-]{1,64}))| (-?[0-9]{1,64}))/g;
const WORD = /[a-z0-9_]+/g;
const APART = /["',;{}]/;
const SIGNS = new RegExp(`[${BLANK}"'\`:=([{<|*_-]*$`);
const CLOSED = /^(?:[:)\],;."'}]|$|\n| ?[{["'`\u2013\u2014-])/;
const BODY_BEHIND = /^ ?[{["'`]/;
const ALPHANUMERIC = /[\p{L}\p{N}]/u;
const LETTER = /\p{L}/u;
const DIGIT = /^\p{Nd}+$/u;
const FIELDS_END = `(?! ?(?:[,}\\])|;]|$|[A-Za-z_]{1,30}[=:]))`;
/** @type {Record<string, boolean | null>} */
const BARE = { true: true, false: false, null: null, none: null, undefined: null, nil: null };

/** @typedef {[at: number, end: number, fields: Record<string, unknown>]} Group where stated fields stand, and the fields */

/** Finds the fields that envelopes name where a text states them: JSON, reprs, logfmt, nested or cut. */
export class StatedValues {
  /** @param {Iterable<string>} keys */
  constructor(keys) {
    const names = [...keys].sort((one, other) => other.length - one.length || (one < other ? -1 : 1));
    this._pattern = new RegExp(
      `(?<![A-Za-z0-9_.\\-])["'\`]?(${names.map(escaped).join("|")})["'\`]? ?(?:=>|[:=]) ?` +
        "(?:([\\[{])" +
        // a quotation ends at a quote behind which the next field, or nothing, is stated
        `|b?"((?:[^"]|"${FIELDS_END})*)` +
        `|b?'((?:[^']|'${FIELDS_END})*)` +
        "|([^ ,;{}\\[\\]()\"'`|]{1,200}))",
      "gu",
    );
  }

  /**
   * The stated fields, and where they stand. A field that comes again begins another group.
   *
   * If it does within an object that is a field's value, what that object has before it goes with it.
   *
   * @param {Folded} folded
   */
  groups({ plain }) {
    /** @type {Group[]} */
    const groups = [];
    let opened = 0;
    let inside = 0;
    for (const {
      0: all,
      1: key = "",
      2: opener,
      3: double,
      4: single,
      5: bare = "",
      index,
    } of plain.matchAll(this._pattern)) {
      const group = groups.at(-1);
      const end = index + all.length;
      const value = opener ? emptyValue(opener) : (double ?? single ?? bareValue(bare));
      if (!group || statesAgain(group[2], key)) {
        groups.push(
          nextGroup(groups, opened && isOpen(plain.slice(inside, index)) ? opened : 0, inside, index),
        );
        opened = 0;
      }
      const current = /** @type {Group} */ (groups.at(-1));
      current[1] = end;
      current[2][key] = value;
      if (opener) [opened, inside] = [Object.keys(current[2]).length, end];
    }
    return groups;
  }
}

/** @param {string} opener */
function emptyValue(opener) {
  return opener === "{" ? {} : [];
}

/**
 * The group that begins at a place: with the last one's fields behind the first few, if that keeps those alone.
 *
 * @param {Group[]} groups
 * @param {number} kept how many fields the last one keeps, 0 for all
 * @param {number} inside where what it keeps ends
 * @param {number} index
 * @returns {Group}
 */
function nextGroup(groups, kept, inside, index) {
  const last = groups.at(-1);
  const fields = Object.entries(last?.[2] ?? {});
  if (!last || !kept || fields.length === kept) return [index, index, {}];
  groups.splice(-1, 1, [last[0], inside, Object.fromEntries(fields.slice(0, kept))]);
  return [inside, inside, Object.fromEntries(fields.slice(kept))];
}

/**
 * Whether an object that is opened before a text goes on behind it.
 *
 * @param {string} text
 */
function isOpen(text) {
  return text.split("}").length <= text.split("{").length;
}

/**
 * @param {Record<string, unknown>} fields
 * @param {string} key
 */
function statesAgain(fields, key) {
  return Object.hasOwn(fields, key) && (typeof fields[key] !== "object" || fields[key] === null);
}

/**
 * What a value means that is not in quotes.
 *
 * @param {string} stated
 */
function bareValue(stated) {
  const text = stated.replace(/\.+$/, "");
  const number = text.replaceAll("_", "");
  const digits = number.replace(/^-/, "");
  if (isDecimal(digits) && digits.length <= MAX_NUMBER) return integerOf(number);
  const word = text.toLowerCase();
  return Object.hasOwn(BARE, word) ? BARE[word] : text;
}

/** Finds the HTTP status that a text states, by what stands beside a number. */
export class Statuses {
  /** @param {Common} common */
  constructor(common) {
    this._before = common.before.map((phrase) => phrase.split(" "));
    this._closed = common.beforeClosed.map((phrase) => phrase.split(" "));
    this._behind = [...common.behind, ...common.phrases];
  }

  /**
   * The first status that is stated, of those numbers, and where.
   *
   * @param {Folded} folded
   * @param {readonly string[]} numbers
   * @returns {[at: number, status: number] | null}
   */
  stated({ lines }, numbers) {
    const text = lowered(lines).replaceAll("\t", " ");
    /** @type {[at: number, status: number] | null} */
    let first = null;
    for (const number of numbers) {
      for (
        let at = text.indexOf(number);
        at >= 0 && (!first || at < first[0]);
        at = text.indexOf(number, at + 1)
      ) {
        if (this._isStatus(text, at)) first = [at, Number(number)];
      }
    }
    return first;
  }

  /**
   * @param {string} text
   * @param {number} at
   */
  _isStatus(text, at) {
    const before = text.slice(Math.max(0, at - AROUND), at);
    const behind = text.slice(at + STATUS_LENGTH, at + STATUS_LENGTH + AROUND);
    return (
      mayBeStatus(text, at) &&
      (this._saidBehind(behind) ||
        this._saidBefore(before, behind) ||
        bySigns(before, behind, beginsLine(before, at > AROUND)))
    );
  }

  /**
   * Whether the words behind a number make it a status.
   *
   * @param {string} behind
   */
  _saidBehind(behind) {
    if (!behind.startsWith(" ")) return false;
    const said = behind.slice(1);
    const longest = Math.max(
      -1,
      ...this._behind.filter((one) => said.startsWith(one)).map((one) => one.length),
    );
    return longest >= 0 && !LETTER.test(said.charAt(longest));
  }

  /**
   * Whether the words before a number make it a status, some only where the number ends in a sign.
   *
   * @param {string} before
   * @param {string} behind
   */
  _saidBefore(before, behind) {
    const signs = SIGNS.exec(before);
    if (!signs || signs[0].length > MOST_SIGNS) return false;
    // what stands before a quote or a comma belongs to something else
    const spoken = before.slice(0, signs.index).split(APART).at(-1)?.match(WORD) ?? [];
    return endsWith(spoken, this._before) || (CLOSED.test(behind) && endsWith(spoken, this._closed));
  }
}

/**
 * Whether the signs around a number make it a status: `(404)`, a line's beginning, a body behind.
 *
 * @param {string} before
 * @param {string} behind
 * @param {boolean} isFirst whether the number begins its line
 */
function bySigns(before, behind, isFirst) {
  if (before.endsWith("(") && behind.startsWith(")")) return true;
  if (isFirst) return CLOSED.test(behind) && !/^[.,;)]/.test(behind);
  if (/["'`]$/.test(before)) return /^[ {"'`-]/.test(behind);
  return BODY_BEHIND.test(behind) && !/, ?$/.test(before);
}

/**
 * Whether nothing but signs stands before a number on its line.
 *
 * @param {string} before
 * @param {boolean} isCut whether there is more of the text before
 */
function beginsLine(before, isCut) {
  const lineEnd = before.lastIndexOf("\n");
  return (lineEnd >= 0 || !isCut) && !ALPHANUMERIC.test(before.slice(lineEnd + 1));
}

/**
 * @param {readonly string[]} spoken
 * @param {readonly (readonly string[])[]} phrases
 */
function endsWith(spoken, phrases) {
  return phrases.some((said) =>
    said.every((word, number) => spoken[spoken.length - said.length + number] === word),
  );
}

/**
 * Whether a number stands where a status may: not within a figure, a time, a price or a path.
 *
 * @param {string} text
 * @param {number} at
 */
export function mayBeStatus(text, at) {
  const before = text.charAt(at - 1);
  const behind = text.slice(at + STATUS_LENGTH, at + STATUS_LENGTH + 2);
  if (ALPHANUMERIC.test(before) || /[_$/\-#+\u20ac]/.test(before)) return false;
  if (ALPHANUMERIC.test(behind.charAt(0)) || /^[%_]/.test(behind)) return false;
  if (/[.,:]/.test(before) && DIGIT.test(text.charAt(at - 2))) return false;
  return !(/^[.,:%/-]/.test(behind) && DIGIT.test(behind.slice(1)));
}

/**
 * Whether there is a letter or a digit in a text.
 *
 * @param {string} text
 */
export function saysMore(text) {
  return ALPHANUMERIC.test(text);
}

/**
 * The hosts of the addresses in a text in lower case.
 *
 * @param {string} low
 */
export function hosts(low) {
  return [...low.matchAll(HOST)].map(([, host = ""]) => host);
}

/**
 * What a text calls a code and is no HTTP status.
 *
 * @param {Folded} folded
 */
export function calledCodes({ plain }) {
  const codes = [...plain.matchAll(CODE)].map(([, double, single, bare, number]) => {
    const code = double ?? single ?? bare ?? number ?? "";
    return bare && /^[0-9]/.test(bare) ? code.replaceAll("_", "") : code;
  });
  return codes.filter((code) => !/^[0-9]{3}$/.test(code));
}
