// From generator/targets/javascript/runtime/triggers.js by `python -m generator build`. Do not edit.
/** The words without one of which a text says nothing, and what each of them leads to. */

import { push } from "./lookup.js";
import { isDecimal } from "./values.js";

/** @import {TextForms} from "./forms.js" */
/** @import {Lookup} from "./lookup.js" */
/** @import {CodeSetRow, EnvelopeRow} from "./rows.js" */
/** @import {Template} from "./template.js" */

/** Shorter words under which bodies keep something mean something only near a brace. */
const LONG_WORD = 7;
const LONG_VALUE = 7;
const SHORTEST_NUMBER = 4;
/** A message of so few words may break off within its first word. */
const SHORT_MESSAGE = 2;
/** How much of that word leads to it. */
const BEGINNING = 4;

/** Words by what they lead to. */
export class Triggers {
  /**
   * @param {Lookup} lookup
   * @param {TextForms} forms
   */
  constructor(lookup, forms) {
    /** @type {Set<string>} words of fields that envelopes ask for */
    this.fields = new Set();
    /** @type {Map<string, string[]>} codes that are numbers, by the word that they are in a text */
    this.numbers = new Map();
    /** @type {Map<string, [broker: string, code: string][]>} codes that are words, by the word */
    this.names = new Map();
    /** @type {Map<string, Template[]>} messages of a word or two, by the beginning of the first */
    this._beginnings = new Map();
    const always = new Set([...lookup.anchors.keys(), ...forms.byWord.keys()]);
    /** @type {Set<string>} */
    const braced = new Set();
    for (const needed of neededBy(lookup)) {
      const telling = needed.filter(tells);
      const word = wordOf(longest(telling.length ? telling : needed));
      (telling.length ? always : braced).add(word);
      for (const one of [word, ...telling.map(wordOf)]) this.fields.add(one);
    }
    for (const { broker, codeSets } of lookup.plans.values()) {
      for (const row of codeSets) this._codes(broker, row);
    }
    for (const template of lookup.templates) this._begin(template);
    /** Numbers that may be an HTTP status. */
    this.statuses = new Set(lookup.common.codes.flatMap(([first, last]) => numbersFrom(first, last)));
    const plain = new Set([...always, ...this.numbers.keys(), ...this.names.keys()]);
    const named = new Set([...plain, ...lookup.heads.keys(), ...this.statuses]);
    /** Words that make a text worth reading, where the broker is not known or is; without a brace in it or with. */
    this._words = { plain, braced: new Set([...plain, ...braced]) };
    this._named = { plain: named, braced: new Set([...named, ...braced]) };
  }

  /**
   * @param {string} broker
   * @param {CodeSetRow} row
   */
  _codes(broker, { codes, telling }) {
    for (const code of codes) {
      const digits = code.replace(/^-/, "");
      if (isDecimal(digits)) {
        if (digits.length >= SHORTEST_NUMBER) push(this.numbers, digits, code);
      } else if (telling.includes(code)) push(this.names, wordOf(code), [broker, code]);
    }
  }

  /** @param {Template} template */
  _begin(template) {
    const first = template.literal(0).match(/\S+/g) ?? [];
    const [word = ""] = first;
    if (!template.slots.length && first.length <= SHORT_MESSAGE && word.length >= BEGINNING) {
      push(this._beginnings, word.slice(0, BEGINNING), template);
    }
  }

  /**
   * The messages of a word or two within which a text may end.
   *
   * @param {readonly string[]} spoken
   */
  brokenOff(spoken) {
    return spoken
      .slice(-SHORT_MESSAGE)
      .flatMap((word) => this._beginnings.get(word.slice(0, BEGINNING)) ?? []);
  }

  /**
   * The words to look for.
   *
   * @param {boolean} named whether the broker is known
   * @param {boolean} brace whether there is a brace in the text
   * @returns {ReadonlySet<string>}
   */
  of(named, brace) {
    return (named ? this._named : this._words)[brace ? "braced" : "plain"];
  }
}

/**
 * What each envelope and each field signature needs: keys, and values that are longer than most words.
 *
 * @param {Lookup} lookup
 */
function neededBy(lookup) {
  const rows = [...lookup.plans.values()].flatMap((plan) => plan.envelopes);
  const signatures = [...lookup.fields.values()].flat();
  return [
    ...rows.filter((row) => !row.success).map((row) => [...keysOf(row), ...valuesOf(row).filter(isLong)]),
    ...signatures.map(({ path, value }) => [path.at(-1) ?? "", ...[value ?? ""].filter(isLong)]),
  ].filter((needed) => needed.length);
}

/** @param {EnvelopeRow} row */
function keysOf(row) {
  const asked = row.when.filter(({ shape }) => shape !== "absent").flatMap(({ path }) => path);
  return asked.filter((key) => key && !isDecimal(key) && /^[\x00-\x7f]*$/.test(key));
}

/** @param {EnvelopeRow} row */
function valuesOf(row) {
  return row.when.flatMap(({ shape, value }) =>
    shape === "is" && typeof value === "string" && !value.includes(" ") ? [value] : [],
  );
}

/** @param {string} value */
function isLong(value) {
  return value.length >= LONG_VALUE;
}

/**
 * Whether a word is rarely said without being the name of a field.
 *
 * @param {string} text
 */
function tells(text) {
  const isLower = text === text.toLowerCase() && text !== text.toUpperCase();
  const isTelling = text.length >= LONG_WORD || !isLower || text.includes("_") || text.includes("-");
  return text.length > 1 && isTelling;
}

/**
 * @param {number} first
 * @param {number} last
 */
function numbersFrom(first, last) {
  return Array.from({ length: last - first + 1 }, (_, more) => String(first + more));
}

/** @param {readonly string[]} texts */
function longest(texts) {
  return texts.reduce((one, other) => (other.length > one.length ? other : one));
}

/** @param {string} text */
function wordOf(text) {
  return text.toLowerCase().slice(text.lastIndexOf("-") + 1);
}
