// From generator/targets/javascript/runtime/cut.js by `python -m generator build`. Do not edit.
/** Messages that are cut off: a text ends within one. */

import { typeOf } from "./slots.js";
import { isWordy } from "./template.js";

/** @import {Folded} from "./fold.js" */
/** @import {SlotType} from "./slots.js" */
/** @import {Template} from "./template.js" */

/** How much of the literal text must be left of a message that is cut off. */
const CUT_SHARE = 0.6;
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
/** What an open slot ends at that goes on to the end of the text, and what is no value of a slot. */
const GOES_ON = -1;
const BROKEN = -2;

/**
 * Where the message begins that the text breaks off in; null where it does not or cannot be told.
 *
 * @param {Template} template
 * @param {Folded} folded
 * @returns {number | null}
 */
export function cut(template, folded) {
  const first = template.literal(0);
  const share = Math.trunc(CUT_SHARE * first.length);
  const opening = first.slice(0, Math.min(LONGEST_OPENING, Math.max(SHORTEST_OPENING, share)));
  if (opening.length < SHORTEST_OPENING) return null;
  const tail = Math.max(0, folded.low.length - TAIL);
  const mark = CUT_MARK.exec(folded.low.slice(tail));
  const low = mark ? folded.low.slice(0, tail + mark.index) : folded.low;
  const marked = mark !== null || folded.original.endsWith(" ");
  let at = low.indexOf(opening, Math.max(0, low.length - template.reach - 1));
  while (at >= 0) {
    if (template.stands(folded, at, null) && breaksOff(template, low, at, marked)) return at;
    at = low.indexOf(opening, at + 1);
  }
  return null;
}

/**
 * @param {Template} template
 * @param {string} low
 * @param {number} at
 * @param {boolean} marked whether something says that the text was cut
 */
function breaksOff(template, low, at, marked) {
  const [seen, withinWord] = walk(template, low, at);
  if (seen < CUT_SHARE * template.weight) return false;
  if (withinWord) return true;
  const many = template.literals.flatMap((literal) => literal.match(/\S+/g) ?? []).length >= MANY_WORDS;
  const quoted = count(low.slice(0, at), '"') % 2 === 1;
  return many && (marked || quoted || count(low.slice(at), " ") > MANY_WORDS);
}

/**
 * How much literal text is seen up to the end, -1 for none, and whether a word is cut in two.
 *
 * @param {Template} template
 * @param {string} low
 * @param {number} begin
 * @returns {[seen: number, withinWord: boolean]}
 */
function walk(template, low, begin) {
  let at = begin;
  let seen = 0;
  for (const [index, literal] of template.literals.entries()) {
    if (!low.startsWith(literal, at)) return partOf(literal, low.slice(at), seen);
    seen += literal.length;
    at += literal.length;
    const slot = template.slots[index];
    if (at < low.length && slot !== undefined)
      at = slotEnd(low, at, typeOf(slot), template.literal(index + 1));
    if (at === BROKEN) return NOTHING_SEEN;
    if (at === GOES_ON || at >= low.length) return [seen, false];
  }
  return NOTHING_SEEN;
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
 * Where a slot ends that begins at that place.
 *
 * @param {string} low
 * @param {number} at
 * @param {SlotType} type
 * @param {string} following the literal behind the slot
 */
function slotEnd(low, at, type, following) {
  if (type.open) return following ? low.indexOf(following, at) : GOES_ON;
  const pattern = new RegExp(type.pattern, "yu");
  pattern.lastIndex = at;
  return pattern.test(low) ? pattern.lastIndex : BROKEN;
}

/**
 * @param {string} text
 * @param {string} character
 */
function count(text, character) {
  return text.split(character).length - 1;
}
