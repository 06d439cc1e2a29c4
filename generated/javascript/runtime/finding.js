// From generator/targets/javascript/runtime/finding.js by `python -m generator build`. Do not edit.
/** What was found, how much each finding counts, and which one is the answer. */

import { TELLS_BROKER } from "./rows.js";
import { asText } from "./values.js";

/** @import {Folded} from "./fold.js" */
/** @import {Reading, Report} from "./report.js" */
/** @import {SignatureRow} from "./rows.js" */
/** @import {Span, Template} from "./template.js" */

/**
 * A signature that holds, and where.
 *
 * @typedef {object} Found
 * @property {SignatureRow} signature
 * @property {number} rank how much it counts
 * @property {Reading} reading where it was read
 * @property {Template | null} template the message template, for a signature of the kind message
 * @property {readonly Span[]} spans where the template's slots stand in `folded`
 * @property {Folded | null} folded the text in which the message was found
 * @property {number} start where it begins there
 * @property {number} end where it ends
 */

/**
 * A finding by field, code or status.
 *
 * @param {SignatureRow} signature
 * @param {Reading} reading
 * @param {number} rank
 * @returns {Found}
 */
export function foundBy(signature, reading, rank = signature.rank) {
  return { signature, rank, reading, template: null, spans: [], folded: null, start: 0, end: 0 };
}

/**
 * The values of the message's slots and of those fields of the body that it has.
 *
 * @param {Found} found
 * @param {readonly string[]} fields
 * @returns {Record<string, string>}
 */
export function paramsOf({ reading, template, spans, folded }, fields) {
  /** @type {Record<string, string>} */
  const params = {};
  for (const field of fields) {
    const path = field.split(".");
    const value = asText(reading.value(path));
    if (value !== null) params[path.at(-1) ?? ""] = value;
  }
  for (const [number, [start, end]] of spans.entries()) {
    params[template?.names[number] ?? ""] = folded?.plain.slice(start, end) ?? "";
  }
  return params;
}

/**
 * Where it stands in the source, if that is a text: the message itself, else what holds it.
 *
 * @param {Found} found
 * @returns {Report["place"]}
 */
export function placeOf({ reading, folded, start, end }) {
  const { part } = reading.given;
  if (!part?.folded) return part && [part.start, part.end];
  return folded === part.folded
    ? folded.spanInOriginal(start, end)
    : part.folded.spanInOriginal(part.start, part.end);
}

/**
 * The answer: the highest rank; of one rank the earliest, of those that overlap it the longest. Of two in one
 * place, the one that demands more counts. Without `broker`, what tells two brokers is nobody's.
 *
 * @param {readonly Found[]} found
 * @param {string | null} broker
 * @returns {Found | null}
 */
export function best(found, broker) {
  const rank = Math.max(...found.map((one) => one.rank));
  const rivals = found.filter((one) => one.rank === rank);
  let top = /** @type {Found} */ (rivals.reduce((one, other) => (isBefore(other, one) ? other : one)));
  for (const one of rivals) {
    if (overlap(one, top) && weight(one) > weight(top)) top = one;
  }
  const isNobodys = (/** @type {Found} */ one) =>
    one.signature.broker !== top.signature.broker && one.rank >= TELLS_BROKER;
  return broker === null && found.some(isNobodys) ? null : top;
}

/**
 * Each error once, the best first. What says less of the same place is not another error.
 *
 * @param {readonly Found[]} found
 * @param {string | null} broker
 * @returns {Generator<Found, undefined>}
 */
export function* distinct(found, broker) {
  let left = found;
  while (left.length) {
    const top = best(left, broker);
    if (!top) return;
    yield top;
    left = left.filter((one) => one.signature.entry !== top.signature.entry && !saysLess(one, top));
  }
}

/**
 * @param {Found} one
 * @param {Found} top
 */
function saysLess(one, top) {
  if (one.reading.order !== top.reading.order) return false;
  return one.signature.fallback || one.signature.kind !== "message" || overlap(one, top);
}

/**
 * @param {Found} one
 * @param {Found} other
 */
function overlap(one, other) {
  return (
    one.reading.order === other.reading.order &&
    one.reading.at + one.start < other.reading.at + other.end &&
    one.reading.at + one.end > other.reading.at + other.start
  );
}

/**
 * @param {Found} one
 * @param {Found} other
 */
function isBefore(one, other) {
  const by =
    one.reading.order - other.reading.order ||
    one.reading.at + one.start - (other.reading.at + other.start) ||
    weight(other) - weight(one) ||
    demands(other.signature) - demands(one.signature);
  return by < 0 || (by === 0 && one.signature.entry < other.signature.entry);
}

/**
 * How much a signature demands: of two that hold, the one that demands more says more, a channel the most.
 *
 * @param {SignatureRow} signature
 */
function demands({ channel, status, code, value, body, beside }) {
  return [channel, channel, status, code, value, body].filter((one) => one !== null).length + beside.length;
}

/** @param {Found} found */
function weight({ template, signature }) {
  return template ? template.weight : Number(signature.value !== null);
}
