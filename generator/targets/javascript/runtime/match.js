// This line is another one in the package: it says where the module is from.
/** From a source to matches, and what to do about a match. */

import { paramsOf, placeOf } from "./finding.js";
import { Matcher } from "./matcher.js";
import { idempotencyKey, onlyReads } from "./operations.js";
import { planOf } from "./rows.js";
import { asText, valueAt } from "./values.js";
import { waitSeconds } from "./wait.js";

/** @import {Found} from "./finding.js" */
/** @import {Asked} from "./matcher.js" */
/** @import {Report} from "./report.js" */
/** @import {BrokerData, Common, EntryRow, Kind, Plan} from "./rows.js" */

/**
 * A report that was recognized: plain data.
 *
 * @typedef {object} Match
 * @property {string} error the full id
 * @property {Kind} matchedOn what decided
 * @property {Record<string, string>} params the values captured from the message and the body, as text
 * @property {Report} report what was decoded from the source
 * @property {string} category
 * @property {string} outcome what happened to the request's effect
 * @property {string} retry what may be done with the same request if it changes something
 * @property {string} retryRead the same if it only reads
 * @property {boolean} fallback whether the entry stands for what no other entry names
 */

/**
 * What a program may do with the request that was refused.
 *
 * @typedef {object} Advice
 * @property {string} error the full id
 * @property {string} operation what was asked about
 * @property {string} retry what it may do with the same request, for this operation
 * @property {string} outcome
 * @property {boolean} resend whether the same request may be sent again without a look-up and without a person;
 *   where `idempotencyKey` is set, only under the same key
 * @property {number | null} waitSeconds how long to wait first; null where no wait is stated
 * @property {string | null} idempotencyKey the field of the request by which the broker knows a repeated one
 * @property {Record<string, string>} echo what has to be sent along with the request, by field
 */

/** Retries with which the same request may be sent again without a look-up. */
const RESEND = ["backoff", "wait"];
/** Retries for which a wait is stated. */
const WAITING = ["wait", "halt"];
const MILLISECONDS = 1000;

/** What the package does, for any number of brokers. Plans and matchers are made on first use. */
export class Recognition {
  /**
   * @param {readonly BrokerData[]} brokers
   * @param {Common} common
   */
  constructor(brokers, common) {
    this._data = new Map(brokers.map((data) => [data.broker, data]));
    this._common = common;
    /** @type {Map<string, Plan>} */
    this._plans = new Map();
    /** @type {Map<string | null, Matcher>} */
    this._matchers = new Map();
  }

  /**
   * The error in a source; null for success and for what cannot be told.
   *
   * @param {unknown} source a text, or plain data such as a parsed body
   * @param {Asked} [asked]
   * @returns {Match | null}
   * @throws {RangeError} for a broker or a channel that there is not
   */
  match(source, asked = {}) {
    const found = this._matcher(asked).find(source, asked);
    return found && this._match(found);
  }

  /**
   * Each distinct error in a source, the best first.
   *
   * @param {unknown} source a text, or plain data such as a parsed body
   * @param {Asked} [asked]
   * @returns {Match[]}
   * @throws {RangeError} for a broker or a channel that there is not
   */
  matchAll(source, asked = {}) {
    return this._matcher(asked)
      .findAll(source, asked)
      .map((found) => this._match(found));
  }

  /**
   * What may be done with the request that was refused.
   *
   * @param {Match} found
   * @param {string} [operation] `read` or `write`, or the operation itself, such as `POST /v2/orders`; what is
   *   not known to only read is a write
   * @param {object} [known]
   * @param {number} [known.now] seconds since the epoch, for a wait that ends at a stated time
   * @param {Readonly<Record<string, string>>} [known.headers] of the response, names in lower case
   * @returns {Advice}
   */
  advice(found, operation = "write", { now = Date.now() / MILLISECONDS, headers = {} } = {}) {
    const { broker, fields } = found.report;
    const { wait, mayRepeat, outcome, ...row } = this._entry(broker, found.error);
    const table = this._plan(broker).operations;
    const reading = onlyReads(operation, [table]);
    const retry = reading ? row.retryRead : row.retry;
    const key = reading ? null : idempotencyKey(operation, table);
    const isSafe = outcome === "not_applied" && (key !== null || !mayRepeat);
    const stated = (/** @type {string | undefined} */ path) =>
      path === undefined ? null : asText(valueAt(fields, path.split(".")));
    const waiting = WAITING.includes(retry) ? wait : null;
    return {
      error: found.error,
      operation,
      retry,
      outcome,
      resend: RESEND.includes(retry) && (reading || isSafe),
      waitSeconds: waiting && waitSeconds(waiting, stated(waiting.field), headers, now),
      idempotencyKey: key,
      echo: Object.fromEntries(
        (waiting?.echo ?? []).flatMap((name) => {
          const value = stated(name);
          return value === null ? [] : [[name, value]];
        }),
      ),
    };
  }

  /**
   * Whether repeating an operation is harmless. What is not known to only read counts as a write.
   *
   * @param {string} operation
   * @param {string | null} [broker] whose operation it is, where that is known
   */
  reads(operation, broker = null) {
    const asked = broker === null ? [...this._data.keys()] : [this._known(broker)];
    return onlyReads(
      operation,
      asked.map((one) => this._plan(one).operations),
    );
  }

  /**
   * @param {Found} found
   * @returns {Match}
   */
  _match(found) {
    const { entry: error, broker, kind } = found.signature;
    const { category, outcome, retry, retryRead, fallback, fields } = this._entry(broker, error);
    const channel = this._plan(broker).channels.find((one) => one.http)?.id ?? null;
    return {
      error,
      matchedOn: kind,
      params: paramsOf(found, fields),
      report: found.reading.report(broker, channel, placeOf(found)),
      category,
      outcome,
      retry,
      retryRead,
      fallback,
    };
  }

  /** @param {Asked} asked */
  _matcher({ broker = null, channel = null }) {
    const asked = broker === null ? [...this._data.keys()] : [this._known(broker)];
    const channels = asked.flatMap((one) => this._plan(one).channels.map(({ id }) => id));
    if (channel !== null) among("channel", channel, channels);
    let matcher = this._matchers.get(broker);
    if (!matcher) {
      matcher = new Matcher(
        asked.map((one) => this._plan(one)),
        this._common,
      );
      this._matchers.set(broker, matcher);
    }
    return matcher;
  }

  /** @param {string} broker */
  _known(broker) {
    return among("broker", broker, [...this._data.keys()]);
  }

  /** @param {string} broker */
  _plan(broker) {
    const data = this._data.get(this._known(broker));
    const plan = this._plans.get(broker) ?? planOf(/** @type {BrokerData} */ (data), this._common);
    this._plans.set(broker, plan);
    return plan;
  }

  /**
   * @param {string} broker
   * @param {string} error
   */
  _entry(broker, error) {
    return /** @type {EntryRow} */ (this._plan(broker).entries.get(error));
  }
}

/**
 * The word, if it is one of those that there are.
 *
 * @param {string} what
 * @param {string} word
 * @param {readonly string[]} known
 */
function among(what, word, known) {
  if (known.includes(word)) return word;
  throw new RangeError(`there is no ${what} "${word}"; there are ${[...new Set(known)].sort().join(", ")}`);
}
