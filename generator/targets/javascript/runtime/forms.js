// This line is another one in the package: it says where the module is from.
/** Text forms: how clients and brokers write an error as text. A form's slots are fields of a body. */

import { push } from "./lookup.js";
import { kindOf } from "./slots.js";
import { saysMore } from "./stated.js";
import { Template } from "./template.js";
import { integerOf } from "./values.js";

/** @import {Folded} from "./fold.js" */
/** @import {FormRow} from "./rows.js" */
/** @import {Group} from "./stated.js" */
/** @import {Span} from "./template.js" */

/** How far from a code the other pieces of a form without words may begin and end. */
const AROUND_CODE = 24;
const HEX = 16;

/** A form ready to be used. */
export class TextForm {
  /** @param {FormRow} row */
  constructor({ id, broker, pieces, words, unmistakable }) {
    this.broker = broker;
    this.unmistakable = unmistakable;
    this._words = words;
    const like = { key: id, spelled: [], pieces, words, early: [], exactCase: false, signatures: [] };
    this._template = new Template({ ...like, beside: "any" }, []);
  }

  /**
   * Whether a text says all of the form's words.
   *
   * @param {ReadonlySet<string>} said
   */
  isSaid(said) {
    return this._words.every((word) => said.has(word));
  }

  /**
   * Each place where the form stands, with its fields.
   *
   * @param {Folded} folded
   * @returns {Group[]}
   */
  stated(folded) {
    return [...this._template.places(folded)].map(([start, end, spans]) => [
      start,
      end,
      this._values(folded, spans),
    ]);
  }

  /**
   * The same for the form that stands around a code, wherever the code's digits stand first like that.
   *
   * @param {Folded} folded
   * @param {string} digits
   * @returns {Group | null}
   */
  statedAround(folded, digits) {
    const { low } = folded;
    for (let at = low.indexOf(digits); at >= 0; at = low.indexOf(digits, at + 1)) {
      const stop = at + digits.length;
      const found = this._template
        .fits(low, at - AROUND_CODE, stop + AROUND_CODE)
        .filter(
          ([start, end, spans]) => spans.some((span) => isEnd(span, at, stop)) && isWhole(low, start, end),
        )
        .map((place) => this._template.ended(folded, place))
        .find((place) => place !== null);
      if (found) return [found[0], found[1], this._values(folded, found[2])];
    }
    return null;
  }

  /**
   * @param {Folded} folded
   * @param {readonly Span[]} spans
   * @returns {Record<string, unknown>}
   */
  _values({ plain }, spans) {
    const { names, slots } = this._template;
    return Object.fromEntries(
      spans.map(([start, end], number) => [
        names[number],
        meaning(plain.slice(start, end).trim(), slots[number]),
      ]),
    );
  }
}

/** The forms of all brokers: by the word that leads to them, and those that only a code leads to. */
export class TextForms {
  /** @param {readonly FormRow[]} rows */
  constructor(rows) {
    /** @type {Map<string, TextForm[]>} */
    this.byWord = new Map();
    /** @type {TextForm[]} */
    this.byCode = [];
    for (const row of rows) {
      const form = new TextForm(row);
      if (row.trigger) push(this.byWord, row.trigger, form);
      else this.byCode.push(form);
    }
  }
}

/**
 * @param {string} text
 * @param {string | undefined} slot
 */
function meaning(text, slot = "") {
  if (kindOf(slot) === "int") return integerOf(text);
  if (kindOf(slot) === "close") return Number.parseInt(text.slice(2, 4) + text.slice(6, 8), HEX);
  return text;
}

/**
 * @param {Span} span
 * @param {number} at
 * @param {number} stop
 */
function isEnd([start, end], at, stop) {
  return end === stop && start <= at;
}

/**
 * Whether no word is cut in two at either end.
 *
 * @param {string} low
 * @param {number} start
 * @param {number} end
 */
function isWhole(low, start, end) {
  const isCut = (/** @type {number} */ at) => saysMore(low.charAt(at - 1)) && saysMore(low.charAt(at));
  return !isCut(start) && !isCut(end);
}
