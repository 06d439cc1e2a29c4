// From generator/targets/javascript/runtime/cut.js by `python -m generator build`. Do not edit.
/** Messages that are cut off: a text ends within one. */

import { escaped, typeOf } from "./slots.js";
import { isWordy, joins } from "./template.js";

/** @import {Folded} from "./fold.js" */
/** @import {Template} from "./template.js" */

/** How much of the literal text must be left of a message that is cut off: within a word, between two words,
 * and wherever it stands. */
const CUT_SHARE = 0.6;
const CUT_SHARE_OF_WORDS = 0.65;
const NEARLY_ALL = 0.8;
/** How much of its first literal leads to a message that is cut off. */
const SHORTEST_OPENING = 4;
const LONGEST_OPENING = 12;
/** A message of so many words may be cut off between words, where it is quoted or goes on for long enough. */
const MANY_WORDS = 3;
/** In so many last characters dots or a backslash may tell that something is missing. */
const TAIL = 40;

const CUT_MARK = /[ "'`)\]}*]{0,20}(?:\.\.\.|\\)[ "'`)\]}*.\\]{0,20}$/;

/** @type {[seen: number, withinWord: boolean]} */
const NOTHING_SEEN = [-1, false];
/** Where an open slot ends that goes on to the text's end, and one that is no such slot. */
const GOES_ON = -1;
const BROKEN = -2;

/** The end of a text, in which a message may be cut off. */
export class Ending {
  /** @param {Folded} folded */
  constructor(folded) {
    const tail = Math.max(0, folded.low.length - TAIL);
    const mark = CUT_MARK.exec(folded.low.slice(tail));
    this._folded = folded;
    this.low = mark ? folded.low.slice(0, tail + mark.index) : folded.low;
    this._marked = mark !== null || folded.original.endsWith(" ");
  }

  /**
   * Where the message begins that the text breaks off in; null where it does not or cannot be told.
   *
   * @param {Template} template
   * @returns {number | null}
   */
  breaksOffIn(template) {
    const low = this.low;
    const index = template.literal(0).length >= SHORTEST_OPENING || !template.slots.length ? 0 : 1;
    const opening = openingOf(template.literal(index));
    if (opening.length < SHORTEST_OPENING) return null;
    let at = low.indexOf(opening, Math.max(0, low.length - template.reach - 1));
    while (at >= 0) {
      const start = index ? startOf(template, low, at) : at;
      if (start !== null && this._begins(template, start) && this._isEnough(template, start)) return start;
      at = low.indexOf(opening, at + 1);
    }
    return null;
  }

  /**
   * How much has to be seen of another message that begins there, for the text to end in that one.
   *
   * As much as of a message in which it ends; more than a whole one has, but where a quotation is open.
   *
   * @param {Template} template
   * @param {number} at
   */
  moreThan(template, at) {
    const seen = this.seen(template, at);
    return seen < 0 ? template.weight + Number(!this._isQuoted(at)) : seen;
  }

  /**
   * How much literal text is seen of a message that begins there and in which the text ends; else -1.
   *
   * @param {Template} template
   * @param {number} at
   */
  seen(template, at) {
    return this._walked(template, at)[0];
  }

  /**
   * The same, and whether a word is cut in two.
   *
   * @param {Template} template
   * @param {number} begin
   * @returns {[seen: number, withinWord: boolean]}
   */
  _walked(template, begin) {
    const low = this.low;
    if (low.length - begin > template.reach) return NOTHING_SEEN;
    let at = begin;
    let seen = 0;
    for (const [index, literal] of template.literals.entries()) {
      const rest = low.slice(at, at + literal.length);
      if (rest !== literal) return partOf(literal, rest, seen);
      seen += literal.length;
      at += literal.length;
      if (index === template.slots.length) return NOTHING_SEEN;
      if (at < low.length) {
        at = slotEnd(template, index, low, at);
        if (at === BROKEN || (isEnd(at, low) && seen === template.weight)) return NOTHING_SEEN;
      }
      if (isEnd(at, low)) return [seen, false];
    }
    return NOTHING_SEEN;
  }

  /**
   * Whether the message may begin there, and is spelled as the vendor does where only that counts.
   *
   * @param {Template} template
   * @param {number} at
   */
  _begins(template, at) {
    const { exactCase, spelled, beside } = template.row;
    if (at > 0 && joins(this._folded.low, at)) return false;
    if (exactCase) {
      const begun = this._folded.plain.slice(at, this.low.length);
      if (!spelled.some((one) => one.startsWith(begun))) return false;
    }
    return beside === "any" || template.freeBefore(this._folded, at, beside);
  }

  /**
   * @param {Template} template
   * @param {number} at
   */
  _isEnough(template, at) {
    const [seen, withinWord] = this._walked(template, at);
    if (withinWord) return seen >= CUT_SHARE * template.weight;
    if (seen < CUT_SHARE_OF_WORDS * template.weight || wordsOf(template) < MANY_WORDS) return false;
    const isLong = seen >= NEARLY_ALL * template.weight || count(this.low.slice(at), " ") > MANY_WORDS;
    return this._marked || isLong || this._isQuoted(at);
  }

  /** @param {number} at */
  _isQuoted(at) {
    return count(this.low.slice(0, at), '"') % 2 === 1;
  }
}

/** @param {Template} template */
function wordsOf(template) {
  return template.literals.flatMap((literal) => literal.match(/\S+/g) ?? []).length;
}

/** @param {string} literal */
function openingOf(literal) {
  const share = Math.trunc(CUT_SHARE * literal.length);
  return literal.slice(0, Math.min(LONGEST_OPENING, Math.max(SHORTEST_OPENING, share)));
}

/**
 * Where a message begins whose first slot ends there; null where no such slot does.
 *
 * @param {Template} template
 * @param {string} low
 * @param {number} at
 */
function startOf(template, low, at) {
  const type = typeOf(template.slots[0] ?? "");
  if (type.open) return null;
  const lead = template.literal(0);
  const from = Math.max(0, at - type.longest - lead.length);
  const found = new RegExp(`${escaped(lead)}(?:${type.pattern})$`, "u").exec(low.slice(from, at));
  return found && from + found.index;
}

/**
 * What is seen where the rest of a text is no more than a part of a literal.
 *
 * @param {string} literal
 * @param {string} rest
 * @param {number} seen how much was seen before
 * @returns {[seen: number, withinWord: boolean]}
 */
function partOf(literal, rest, seen) {
  if (!literal.startsWith(rest)) return NOTHING_SEEN;
  return [seen + rest.length, isWordy(rest.slice(-1)) && isWordy(literal.charAt(rest.length))];
}

/**
 * Where a slot ends that begins there.
 *
 * @param {Template} template
 * @param {number} index
 * @param {string} low
 * @param {number} at
 */
function slotEnd(template, index, low, at) {
  const type = typeOf(template.slots[index] ?? "");
  const following = template.literal(index + 1);
  if (type.open) return following ? low.indexOf(following, at) : GOES_ON;
  const pattern = new RegExp(type.pattern, "yu");
  pattern.lastIndex = at;
  return pattern.test(low) ? pattern.lastIndex : BROKEN;
}

/**
 * @param {number} at
 * @param {string} low
 */
function isEnd(at, low) {
  return at === GOES_ON || at === low.length;
}

/**
 * @param {string} text
 * @param {string} character
 */
function count(text, character) {
  return text.split(character).length - 1;
}
