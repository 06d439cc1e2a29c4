// From generator/targets/javascript/runtime/mention.js by `python -m generator build`. Do not edit.
/** Short messages that a sentence mentions: words stand beside them that lead into a quotation and out of it. */

import { kindOf } from "./slots.js";

/** @import {Folded} from "./fold.js" */
/** @import {Common} from "./rows.js" */
/** @import {Place, Span, Template} from "./template.js" */

const LONGEST_WORD = 24;
const LAST_WORD = /(?<!\S)([a-z]+) $/;
const FIRST_WORD = / ([a-z]+)(?![a-z0-9_-])/y;

/**
 * Tells a message that is mentioned from one that is a part of another phrase.
 *
 * "failed because order not found when" mentions a message, "the parent order not found handler" does not.
 */
export class Mentions {
  /** @param {Common} common */
  constructor(common) {
    this._before = new Set(common.introducing);
    this._behind = new Set(common.continuing);
  }

  /**
   * The first place where a sentence mentions the message.
   *
   * @param {Template} template
   * @param {Folded} folded
   * @returns {Place | null}
   */
  find(template, folded) {
    if (template.row.beside === "any" || template.row.exactCase) return null;
    for (const place of template.places(folded, "any")) {
      const [start, end, spans] = place;
      const isLed = this._ledInto(template, folded, start) && this._ledOut(template, folded, end);
      if (isLed && holdsSymbols(template, folded, spans)) return place;
    }
    return null;
  }

  /**
   * @param {Template} template
   * @param {Folded} folded
   * @param {number} start
   */
  _ledInto(template, folded, start) {
    if (template.freeBefore(folded, start, template.row.beside)) return true;
    const word = LAST_WORD.exec(folded.low.slice(Math.max(0, start - LONGEST_WORD), start))?.[1];
    return word !== undefined && this._before.has(word);
  }

  /**
   * @param {Template} template
   * @param {Folded} folded
   * @param {number} end
   */
  _ledOut(template, folded, end) {
    if (template.openEnd || template.freeBehind(folded, end, template.row.beside)) return true;
    FIRST_WORD.lastIndex = end;
    const word = FIRST_WORD.exec(folded.low)?.[1];
    return word !== undefined && this._behind.has(word);
  }
}

/**
 * Whether no symbol of the message is an ordinary word of the sentence.
 *
 * @param {Template} template
 * @param {Folded} folded
 * @param {readonly Span[]} spans
 */
function holdsSymbols(template, folded, spans) {
  return spans.every(([start, end], number) => {
    const said = folded.plain.slice(start, end);
    return (
      kindOf(template.slots[number] ?? "") !== "symbol" || said !== said.toLowerCase() || !/[a-z]/.test(said)
    );
  });
}
