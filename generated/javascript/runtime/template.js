// From generator/targets/javascript/runtime/template.js by `python -m generator build`. Do not edit.
/** A message template: a message by itself, a message within a text, a message that is cut off. */

import { escaped, nameOf, typeOf } from "./slots.js";

/** @import {Folded} from "./fold.js" */
/** @import {Beside, TemplateRow} from "./rows.js" */
/** @import {SlotType} from "./slots.js" */

/** @typedef {readonly [start: number, end: number]} Span */
/** @typedef {readonly [start: number, end: number, spans: readonly Span[]]} Place */

/** The first literal is what a text is searched for if it is that long, else the longest one is. */
const KEY_LENGTH = 6;
/** In so many characters before a message a word or a code is looked for that may stand there. */
const TAIL = 40;

const LINE_END = /[\n\t]/g;
const FIELD_BEHIND = / [a-z_-]{2,30} ?[=:] ?[^\s]/y;
const LOWER = /^\p{Lowercase}/u;
const LOWER_OR_DIGIT = /^[\p{Lowercase}\p{Nd}]/u;

/**
 * Whether a character of a lowered text belongs to a word.
 *
 * @param {string} character
 */
export function isWordy(character) {
  return /^[a-z0-9_]/.test(character);
}

/** A template ready to be used. Expressions are compiled when they are first needed. */
export class Template {
  /**
   * @param {TemplateRow} row
   * @param {readonly string[]} levels
   */
  constructor(row, levels) {
    this.row = row;
    this.signatures = row.signatures;
    this.literals = row.pieces.filter((_, number) => number % 2 === 0);
    this.slots = row.pieces.filter((_, number) => number % 2 === 1);
    this.names = this.slots.map(nameOf);
    this.weight = reach(this.literals, []);
    const types = this.slots.map(typeOf);
    this.openEnd = Boolean(types.at(-1)?.open) && this.literal(-1) === "";
    this._levels = levels;
    this._codes = row.signatures.flatMap(({ code }) => (code === null ? [] : [code.toLowerCase()]));
    const index = keyIndex(this.literals);
    this._key = this.literal(index);
    this.reach = reach(this.literals, types);
    this._before = reach(this.literals.slice(0, index), types.slice(0, index));
    /** @type {Map<string, RegExp>} */
    this._compiled = new Map();
  }

  /**
   * A literal by its place, from the end where that is negative.
   *
   * @param {number} index
   */
  literal(index) {
    return /** @type {string} */ (this.literals.at(index));
  }

  /**
   * Whether a text has the words without which the template is not said.
   *
   * @param {ReadonlySet<string>} said
   */
  isSaid(said) {
    return this.row.words.every((word) => said.has(word));
  }

  /**
   * Whether a text ends with the words without which it does not break off in the template.
   *
   * @param {ReadonlySet<string>} last
   */
  isBegun(last) {
    return this.row.early.every((word) => last.has(word));
  }

  /**
   * The expression of the message; an open slot at the end is not part of what is searched for in a text.
   *
   * @param {"dg" | "dy" | "whole"} use all places, one place, or all of a text
   */
  _pattern(use) {
    let pattern = this._compiled.get(use);
    if (!pattern) {
      const source = this._joined(this.slots.length - Number(this.openEnd && use !== "whole"));
      pattern = use === "whole" ? new RegExp(`^${source}$`, "du") : new RegExp(source, `${use}u`);
      this._compiled.set(use, pattern);
    }
    return pattern;
  }

  /** @param {number} count how many slots */
  _joined(count) {
    const rest = this.slots.slice(0, count).map((slot, number) => {
      const { pattern, whole } = typeOf(slot);
      // what a look-ahead has taken and a reference repeats is not given back
      const taken = whole ? `(?=(?<w${number}>${pattern}))\\k<w${number}>` : pattern;
      return `(?<s${number}>${taken})${escaped(this.literal(number + 1))}`;
    });
    return escaped(this.literal(0)) + rest.join("");
  }

  /**
   * The spans of the slots, where `low`, without a final full stop, is all of the message.
   *
   * @param {string} low
   * @returns {readonly Span[] | null}
   */
  whole(low) {
    const found = this._pattern("whole").exec(low);
    return found && this._placed(found, 0)[2];
  }

  /**
   * Whether a text that says the message says it in the vendor's spelling, where only that counts.
   *
   * @param {string} text
   */
  isSpelled(text) {
    const { exactCase, spelled } = this.row;
    return !exactCase || spelled.includes(text) || spelled.includes(text.replace(/\.$/, ""));
  }

  /**
   * What may stand beside the message where a broker's message field holds it: no sentence goes on.
   *
   * @returns {Beside}
   */
  get besideInField() {
    return this.row.beside === "any" ? "no_sentence" : this.row.beside;
  }

  /**
   * The first place in a text where the message stands, with the spans of its slots.
   *
   * @param {Folded} folded
   * @param {Beside} [beside] what may stand beside it
   * @returns {Place | null}
   */
  find(folded, beside = this.row.beside) {
    return this.places(folded, beside).next().value ?? null;
  }

  /**
   * All places in a text where the message stands.
   *
   * @param {Folded} folded
   * @param {Beside} [beside]
   * @returns {Generator<Place, undefined>}
   */
  *places(folded, beside = this.row.beside) {
    const { low } = folded;
    let first = 0;
    let at = low.indexOf(this._key);
    while (at >= 0) {
      const place = this._at(folded, first, at, beside);
      if (place) yield place;
      first = at + 1;
      const next = place ? Math.max(place[1], first) : first;
      at = next > low.length ? -1 : low.indexOf(this._key, next);
    }
  }

  /**
   * The message around its key at `at`; what begins before `first` was tried for the key before.
   *
   * @param {Folded} folded
   * @param {number} first
   * @param {number} at
   * @param {Beside} beside
   * @returns {Place | null}
   */
  _at(folded, first, at, beside) {
    if (!this.slots.length) {
      const end = at + this.weight;
      return this.stands(folded, at, end, beside) ? [at, end, []] : null;
    }
    const searched = this._searched(folded.low, first, at);
    if (!searched) return null;
    const [start, end] = searched;
    return this.stands(folded, start, this.openEnd ? null : end, beside)
      ? this.ended(folded, searched)
      : null;
  }

  /**
   * The place of what the expression found, with the open slot behind it, which must not be empty.
   *
   * @param {Folded} folded
   * @param {Place} place
   * @returns {Place | null}
   */
  ended(folded, [start, end, spans]) {
    if (!this.openEnd) return [start, end, spans];
    const stop = openEnd(folded, start, end);
    return stop === end ? null : [start, stop, [...spans, [end, stop]]];
  }

  /**
   * The message around its key at that place.
   *
   * @param {string} low
   * @param {number} first
   * @param {number} at
   * @returns {Place | null}
   */
  _searched(low, first, at) {
    if (this._before === 0) {
      const pattern = this._pattern("dy");
      pattern.lastIndex = at;
      const found = pattern.exec(low);
      return found && this._placed(found, 0);
    }
    const from = Math.max(first, at - this._before);
    const [place] = this.fits(low, from, at + this.reach - this._before);
    return place ?? null;
  }

  /**
   * All places between two others where the expression fits, whatever stands beside.
   *
   * @param {string} low
   * @param {number} from
   * @param {number} to
   * @returns {Place[]}
   */
  fits(low, from, to) {
    const start = Math.max(0, from);
    return [...low.slice(start, to).matchAll(this._pattern("dg"))].map((found) => this._placed(found, start));
  }

  /**
   * @param {RegExpMatchArray} found
   * @param {number} offset
   * @returns {Place}
   */
  _placed(found, offset) {
    const start = /** @type {number} */ (found.index) + offset;
    const groups = found.indices?.groups ?? {};
    const spans = this.slots.flatMap((_, number) => {
      const span = groups[`s${number}`];
      return span ? [/** @type {Span} */ ([span[0] + offset, span[1] + offset])] : [];
    });
    return [start, start + found[0].length, spans];
  }

  /**
   * Whether the message ends at words' ends, and what is beside it does not make it another one.
   *
   * @param {Folded} folded
   * @param {number} start
   * @param {number | null} end null where the message is open
   * @param {Beside} beside what may stand beside it
   */
  stands(folded, start, end, beside) {
    const { low, plain } = folded;
    if (start > 0 && joins(low, start)) return false;
    if (end !== null && end < low.length && joins(low, end)) return false;
    if (!this.isSpelled(plain.slice(start, end ?? undefined))) return false;
    if (beside === "any") return true;
    return this.freeBefore(folded, start, beside) && (end === null || this.freeBehind(folded, end, beside));
  }

  /**
   * Whether no word stands before the message that makes it another one.
   *
   * @param {Folded} folded
   * @param {number} start
   * @param {Beside} beside
   */
  freeBefore({ low, plain, lines }, start, beside) {
    if (start <= 1 || lines[start - 1] !== " ") return true;
    if (beside !== "nothing") return !LOWER.test(plain.charAt(start - 2));
    const before = low.slice(Math.max(0, start - TAIL), start - 1);
    return (
      !isWordy(before.slice(-1)) || [...this._levels, ...this._codes].some((one) => before.endsWith(one))
    );
  }

  /**
   * The same behind it.
   *
   * @param {Folded} folded
   * @param {number} end
   * @param {Beside} beside
   */
  freeBehind({ low, plain, lines }, end, beside) {
    if (end + 1 >= low.length || lines[end] !== " ") return true;
    const goesOn =
      beside === "nothing"
        ? isWordy(low.charAt(end + 1)) && !this._codes.some((code) => low.startsWith(code, end + 1))
        : LOWER_OR_DIGIT.test(plain.charAt(end + 1));
    if (!goesOn) return true;
    FIELD_BEHIND.lastIndex = end;
    return FIELD_BEHIND.test(low);
  }
}

/**
 * How long a text is at most that these literals and slots make.
 *
 * @param {readonly string[]} literals
 * @param {readonly SlotType[]} types
 */
function reach(literals, types) {
  const slots = types.reduce((sum, type) => sum + type.longest, 0);
  return literals.reduce((sum, literal) => sum + literal.length, slots);
}

/**
 * Which literal a text is searched for.
 *
 * @param {readonly string[]} literals
 */
function keyIndex(literals) {
  const lengths = literals.map((literal) => literal.trim().length);
  const [first = 0] = lengths;
  return first >= KEY_LENGTH ? 0 : lengths.indexOf(Math.max(...lengths));
}

/**
 * Whether a word goes on at that place.
 *
 * @param {string} low
 * @param {number} at
 */
export function joins(low, at) {
  return isWordy(low.charAt(at - 1)) && isWordy(low.charAt(at));
}

/**
 * An open slot ends where the quotation ends that the message stands in, else where line or cell end.
 *
 * @param {Folded} folded
 * @param {number} start
 * @param {number} at
 */
function openEnd({ low, lines }, start, at) {
  const quote = start ? low.charAt(start - 1) : "";
  const isQuoted = ['"', "'", "`"].includes(quote);
  // where nothing is quoted, that is known without a look for the line's end, which may be far
  if (isQuoted && low.startsWith(quote, at) && !isWordy(low.charAt(at + 1))) return at;
  LINE_END.lastIndex = at;
  const stop = LINE_END.exec(lines)?.index ?? low.length - Number(low.endsWith("."));
  if (!isQuoted) return stop;
  for (
    let close = low.indexOf(quote, at);
    close >= 0 && close < stop;
    close = low.indexOf(quote, close + 1)
  ) {
    if (close + 1 >= stop || !isWordy(low.charAt(close + 1))) return close;
  }
  return stop;
}
