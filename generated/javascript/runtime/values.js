// From generator/targets/javascript/runtime/values.js by `python -m generator build`. Do not edit.
/** Plain values of bodies: what stands at a path, as text, as a status. */

import { isBlank } from "./fold.js";

/** @import {Given} from "./report.js" */
/** @import {ConditionRow} from "./rows.js" */

/** @typedef {Readonly<Record<string, unknown>>} Body */
/** @typedef {(value: unknown) => boolean} Check */
/** @typedef {readonly string[]} Path */

const LOWEST_STATUS = 100;
const HIGHEST_STATUS = 599;
const LONGEST_LIKE = 500;

/** A text of JSON, or a number, or a constant that is no JSON: as a value, not where a key may stand. */
const TOKEN =
  /"(?:[^"\\]|\\.)*"?|(?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|\bNaN\b|-?\bInfinity\b)(?![0-9.]|[ \t\r\n]*:)/g;
const SURE_NUMBER = /^-?[0-9]{1,15}$/;

/**
 * The value of a JSON text. Numbers stay as they are written: fractions, and those that are too long, as texts.
 *
 * @param {string} text
 * @returns {unknown}
 * @throws {SyntaxError} where it is no JSON
 */
export function parsed(text) {
  return JSON.parse(
    text.replace(TOKEN, (one) => (one.startsWith('"') || SURE_NUMBER.test(one) ? one : `"${one}"`)),
  );
}

/**
 * @param {unknown} value
 * @returns {value is Body}
 */
export function isBody(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * What a body has under a key; undefined where it has nothing.
 *
 * @param {Body} body
 * @param {string} key
 * @returns {unknown}
 */
export function held(body, key) {
  return Object.hasOwn(body, key) ? body[key] : undefined;
}

/**
 * The value at a path; undefined where there is none.
 *
 * @param {unknown} body
 * @param {Path} path
 * @returns {unknown}
 */
export function valueAt(body, path) {
  let value = body;
  for (const key of path) {
    if (Array.isArray(value)) value = isDecimal(key) ? value[Number(key)] : undefined;
    else if (isBody(value)) value = held(value, key);
    else return undefined;
  }
  return value;
}

/**
 * A whole number; as text where it would lose digits.
 *
 * @param {string} digits
 */
export function integerOf(digits) {
  const number = Number(digits);
  return Number.isSafeInteger(number) ? number : String(BigInt(digits));
}

/** @param {string} key */
export function isDecimal(key) {
  return /^[0-9]+$/.test(key);
}

/**
 * A value of a body as a param: texts as they are, everything else as JSON; null for nothing.
 *
 * @param {unknown} value
 * @returns {string | null}
 */
export function asText(value) {
  if (typeof value === "string") return value;
  if (value === undefined || value === null) return null;
  if (typeof value === "bigint") return String(value);
  try {
    return JSON.stringify(value) ?? null;
  } catch {
    return null;
  }
}

/**
 * A value as an HTTP status; null for anything that is not one.
 *
 * @param {unknown} value
 * @returns {number | null}
 */
export function asStatus(value) {
  const number = typeof value === "string" && /^[0-9]{3}$/.test(value) ? Number(value) : value;
  return isInteger(number) && number >= LOWEST_STATUS && number <= HIGHEST_STATUS ? number : null;
}

/**
 * What kind of body a value is: empty, html for the page of some gateway, or text.
 *
 * @param {unknown} value
 */
export function kindOf(value) {
  if (value === undefined || value === null || value === "") return "empty";
  return typeof value === "string" && /<html/i.test(value) ? "html" : "text";
}

/**
 * @param {unknown} value
 * @returns {value is string}
 */
export function isMessage(value) {
  return typeof value === "string" && value !== "" && !isBlank(value);
}

/**
 * The check of a condition on the value at its path.
 *
 * @param {ConditionRow} condition
 * @returns {Check}
 */
export function checkOf({ shape, value }) {
  const check = CHECKS[shape];
  if (!check) throw new Error(`there is no shape ${shape}`);
  return check(value);
}

/**
 * @param {unknown} value
 * @returns {value is number}
 */
function isInteger(value) {
  return typeof value === "number" && Number.isInteger(value);
}

/** @param {unknown} value */
function isEmpty(value) {
  if (value === null || value === "") return true;
  if (Array.isArray(value)) return !value.length;
  return isBody(value) && !Object.keys(value).length;
}

/** @type {Record<string, (wanted: unknown) => Check>} */
const CHECKS = {
  text: () => isMessage,
  integer: () => (value) => (typeof value === "string" ? /^-?[0-9]+$/.test(value) : isInteger(value)),
  name: () => (value) => typeof value === "string" && /^[A-Z][A-Za-z0-9]*$/.test(value),
  object: () => isBody,
  value: () => (value) => value !== undefined && value !== null,
  key: () => (value) => value !== undefined,
  absent: () => (value) => value === undefined,
  empty: () => isEmpty,
  is: (wanted) => (value) => value === wanted,
  one_of: (wanted) => {
    const texts = new Set(Array.isArray(wanted) ? wanted.map(asText) : []);
    return (value) => texts.has(asText(value));
  },
  like: (wanted) => {
    const pattern = new RegExp(`^(?:${wanted})$`, "u");
    return (value) => pattern.test(asText(value)?.slice(0, LONGEST_LIKE) ?? "\n");
  },
};

/** A body to be read by paths, and what is known of it. */
export class Fields {
  /**
   * @param {Body} body
   * @param {Given} given
   * @param {number} depth how deep in the source it stands
   * @param {object} [where]
   * @param {number} [where.order] which place of the source it is
   * @param {number} [where.at] where in its text it begins
   * @param {boolean} [where.item] whether it is one of a list
   */
  constructor(body, given, depth, { order = 0, at = 0, item = false } = {}) {
    this.body = body;
    this.given = given;
    this.depth = depth;
    this.order = order;
    this.at = at;
    this.item = item;
    /** Whether a text states the fields, so that how they are nested is not known. */
    this.stated = false;
    /** Whether their end is gone. */
    this.isCut = false;
  }

  /**
   * The value at a path; undefined where there is none.
   *
   * @param {Path} path
   * @returns {unknown}
   */
  value(path) {
    return valueAt(this.body, path);
  }

  /**
   * Whether what a field holds stands beside it, among the same fields.
   *
   * @param {Path} _path
   */
  holdsBeside(_path) {
    return false;
  }
}

/** Fields that a text states. How they are nested is not known: the last key of a path stands for it. */
export class StatedFields extends Fields {
  /**
   * @param {Body} body
   * @param {Given} given
   * @param {number} depth
   * @param {{order: number, at: number}} where
   */
  constructor(body, given, depth, where) {
    super(body, given, depth, where);
    this.stated = true;
  }

  /**
   * @override
   * @param {Path} path
   */
  value(path) {
    const last = path.at(-1) ?? "";
    return held(this.body, isDecimal(last) ? (path[0] ?? "") : last);
  }

  /**
   * @override
   * @param {Path} path
   */
  holdsBeside(path) {
    const value = this.value(path);
    return typeof value === "object" && value !== null;
  }
}
