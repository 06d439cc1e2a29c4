// This line is another one in the package: it says where the module is from.
/** From a source to the errors in it. */

import { Bodies } from "./bodies.js";
import { best, distinct } from "./finding.js";
import { stripped } from "./fold.js";
import { TextForms } from "./forms.js";
import { Lookup } from "./lookup.js";
import { knowing, Reading } from "./report.js";
import { MAX_TEXTS, Search } from "./search.js";
import { Shapes } from "./shapes.js";
import { Texts } from "./texts.js";
import { asStatus, Fields, isBody, kindOf, parsed } from "./values.js";

/** @import {Found} from "./finding.js" */
/** @import {Given} from "./report.js" */
/** @import {Common, Plan} from "./rows.js" */

/**
 * What is known of a source.
 *
 * @typedef {object} Asked
 * @property {string | null} [broker]
 * @property {number | string | null} [status]
 * @property {string | null} [channel]
 */

/** What JSON texts that matter begin with. */
const OPENING = /^[{["]/;

/** Recognizes errors of any number of brokers. Made once. */
export class Matcher {
  /**
   * @param {readonly Plan[]} plans
   * @param {Common} common
   */
  constructor(plans, common) {
    this.lookup = new Lookup(plans, common);
    this._framings = plans.flatMap((plan) => plan.channels.flatMap((channel) => channel.framing));
    const visit = this._visit.bind(this);
    this._bodies = new Bodies(this.lookup, new Shapes(this.lookup), visit);
    this._texts = new Texts(this.lookup, new TextForms(plans.flatMap((plan) => plan.forms)), this._bodies);
  }

  /**
   * The error in a source; null for success and for what cannot be told.
   *
   * @param {unknown} source
   * @param {Asked} [asked]
   * @returns {Found | null}
   */
  find(source, asked = {}) {
    const { found } = this._searched(source, asked);
    return found.length ? best(found, asked.broker ?? null) : null;
  }

  /**
   * Each distinct error in a source, the best first.
   *
   * @param {unknown} source
   * @param {Asked} [asked]
   * @returns {Found[]}
   */
  findAll(source, asked = {}) {
    return [...distinct(this._searched(source, asked).found, asked.broker ?? null)];
  }

  /**
   * @param {unknown} source
   * @param {Asked} asked
   */
  _searched(source, { broker = null, status, channel = null }) {
    const search = new Search();
    const [inner, start] = typeof source === "string" ? stripped(source) : ["", 0];
    const body = /^(?:\{.*\}|\[.*\])$/s.test(inner) ? jsonOf(inner) : undefined;
    /** @type {Given} */
    const given = {
      broker,
      channel,
      marked: null,
      status: asStatus(status),
      owners: broker === null ? [] : [broker],
      requestId: null,
      part: body ? { start, end: start + inner.length, folded: null } : null,
    };
    try {
      this._visit(body ?? source, given, search, 0);
    } catch {
      // an object whose properties throw says nothing
      return new Search();
    }
    if (given.status !== null && broker !== null) {
      const reading = new Reading(given, { body: kindOf(body ?? source), order: search.nextPlace() });
      this._bodies.byStatus(broker, reading, search);
    }
    return search;
  }

  /**
   * @param {unknown} value
   * @param {Given} given
   * @param {Search} search
   * @param {number} depth
   */
  _visit(value, given, search, depth) {
    if (typeof value === "string") this._text(value, given, search, depth);
    else if (Array.isArray(value)) {
      if (search.enters(value, depth)) for (const item of value) this._item(item, given, search, depth + 1);
    } else if (isBody(value)) this._body(value, given, search, depth, false);
  }

  /**
   * @param {unknown} value
   * @param {Given} given
   * @param {Search} search
   * @param {number} depth
   */
  _item(value, given, search, depth) {
    if (isBody(value)) this._body(value, given, search, depth, true);
    else this._visit(value, given, search, depth);
  }

  /**
   * @param {import("./values.js").Body} body
   * @param {Given} given
   * @param {Search} search
   * @param {number} depth
   * @param {boolean} item whether it is one of a list
   */
  _body(body, given, search, depth, item) {
    if (!search.enters(body, depth)) return;
    this._bodies.gather(new Fields(body, given, depth, { order: search.nextPlace(), item }), search);
  }

  /**
   * @param {string} text
   * @param {Given} given
   * @param {Search} search
   * @param {number} depth
   */
  _text(text, given, search, depth) {
    const [whole, lead] = stripped(text);
    const framed = this._framing(whole).length;
    const [inner, start] = [whole.slice(framed), lead + framed];
    const value = OPENING.test(inner) && /[}\]"]$/.test(inner) ? jsonOf(inner) : undefined;
    if (value !== undefined) {
      const part = depth === 0 ? { start, end: start + inner.length, folded: null } : null;
      this._visit(value, knowing(given, { part }), search, depth + 1);
    } else if (search.texts < MAX_TEXTS) {
      search.texts += 1;
      this._texts.gather(text, given, search, depth);
      search.texts -= 1;
    }
  }

  /**
   * What a frame has before what begins like JSON; nothing of other texts.
   *
   * @param {string} text
   */
  _framing(text) {
    const fits = (/** @type {string} */ one) => text.startsWith(one) && OPENING.test(text.charAt(one.length));
    return this._framings.find(fits) ?? "";
  }
}

/**
 * The value of a JSON text; undefined where it is none.
 *
 * @param {string} text
 * @returns {unknown}
 */
function jsonOf(text) {
  try {
    return parsed(text);
  } catch {
    return undefined;
  }
}
