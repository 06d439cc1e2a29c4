// This line is another one in the package: it says where the module is from.
/** What one search has found so far, and what it has looked at. */

/** @import {Found} from "./finding.js" */
/** @import {Given} from "./report.js" */

/**
 * Looks into a value, at a depth, and adds what is found to the search.
 *
 * @typedef {(value: unknown, given: Given, search: Search, depth: number) => void} Visit
 */

/** How deep lists and objects may be nested; what lies deeper is not looked at. */
const MAX_DEPTH = 100;
/** How many texts may be nested in texts: a message in a field in a log line. */
export const MAX_TEXTS = 3;

/** The findings of one source. Each list or object is looked at once, however often it comes again. */
export class Search {
  constructor() {
    /** @type {Found[]} */
    this.found = [];
    /** How many texts are being read, one within the other. */
    this.texts = 0;
    this._order = 0;
    /** @type {Set<object>} */
    this._seen = new Set();
  }

  /** The number of the next body or text that is read. */
  nextPlace() {
    this._order += 1;
    return this._order;
  }

  /**
   * Whether a list or object is to be looked at; it is remembered.
   *
   * @param {object} value
   * @param {number} depth
   */
  enters(value, depth) {
    if (depth > MAX_DEPTH || this._seen.has(value)) return false;
    this._seen.add(value);
    return true;
  }
}
