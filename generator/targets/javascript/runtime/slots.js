// This line is another one in the package: it says where the module is from.
/**
 * The types of slots as expressions over folded text.
 *
 * They are those of the other runtime; where it has possessive quantifiers, a value here is `whole`: once it is
 * taken, nothing of it is given back.
 */

/**
 * @typedef {object} SlotType
 * @property {string} pattern what a value looks like
 * @property {number} longest the length of the longest value
 * @property {boolean} [whole] whether nothing is given back of what was taken
 * @property {boolean} [open] whether a value ends where the text or its quotation ends
 */

/** @type {Readonly<Record<string, SlotType>>} */
export const SLOTS = {
  decimal: { pattern: "[+-]?[0-9]{1,24}(?:[.][0-9]{1,24})?", longest: 50, whole: true },
  int: { pattern: "[+-]?[0-9]{1,24}", longest: 25, whole: true },
  symbol: { pattern: "[a-z0-9](?:[a-z0-9._/-]{0,38}[a-z0-9])?", longest: 40 },
  uuid: { pattern: "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", longest: 36 },
  word: { pattern: "[a-z_][a-z0-9_-]{0,63}", longest: 64, whole: true },
  field: { pattern: "[a-z_](?:[a-z0-9_.-]{0,126}[a-z0-9_-])?", longest: 128 },
  hex: { pattern: "0x[0-9a-f]{1,16}", longest: 18, whole: true },
  timestamp: {
    pattern: "[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[t ][0-9][0-9:.+z-]{0,39})?",
    longest: 51,
    whole: true,
  },
  quoted: { pattern: '[^"]{1,256}', longest: 256, whole: true },
  unquoted: { pattern: "[^\"']{1,256}", longest: 256, whole: true },
  close: { pattern: "\\\\x[0-9a-f]{2}\\\\x[0-9a-f]{2}", longest: 8 },
  text: { pattern: "[^\\n]{1,500}?", longest: 500, open: true },
  rest: { pattern: "[^\\n]{1,500}?", longest: 500, open: true },
};

/**
 * The name of a slot, and its type.
 *
 * @param {string} slot such as `qty:decimal`
 */
export function nameOf(slot) {
  return slot.slice(0, slot.indexOf(":"));
}

/** @param {string} slot such as `qty:decimal` */
export function kindOf(slot) {
  return slot.slice(slot.indexOf(":") + 1);
}

/** @param {string} slot such as `qty:decimal` */
export function typeOf(slot) {
  return /** @type {SlotType} */ (SLOTS[kindOf(slot)]);
}

/** @param {string} text a literal, to be found as it is by an expression */
export function escaped(text) {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
