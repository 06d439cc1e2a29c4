// From generator/targets/javascript/runtime/report.js by `python -m generator build`. Do not edit.
/** What is known of a source, and what was read from it. */

/** @import {Folded} from "./fold.js" */
/** @import {Body, Fields, Path} from "./values.js" */

/**
 * What a source says, in the words of the catalog.
 *
 * @typedef {object} Report
 * @property {string} broker whose answer it is
 * @property {string | null} channel the way it travelled; null where that cannot be told
 * @property {number | null} status the HTTP status, or the status of a WebSocket reply
 * @property {string | null} code the vendor's own code, as text
 * @property {string | null} message the vendor's text, JSON escapes undone, otherwise as it came
 * @property {Body} fields the body that carries the error
 * @property {string | null} requestId the vendor's id of the request, to quote to its support
 * @property {readonly [start: number, end: number] | null} place where it stands in the source, if that is a text:
 *   the first character and the one behind the last
 */

/**
 * A part of the source's text: of the text itself where `folded` is null, else of its folded form.
 *
 * @typedef {object} Part
 * @property {number} start
 * @property {number} end
 * @property {Folded | null} folded
 */

/**
 * What is known about a value from what stands around it.
 *
 * @typedef {object} Given
 * @property {string | null} broker the one that was asked for
 * @property {string | null} channel
 * @property {string | null} marked the channel that marks tell; an envelope's outweighs it, if that is not the one
 *   of all HTTP answers
 * @property {number | null} status
 * @property {readonly string[]} owners the brokers that the value is known to be of
 * @property {string | null} requestId
 * @property {Part | null} part where the value stands in the source, if that is a text
 */

/**
 * The same with more known. What was known already stays, but for a status: the inner one counts.
 *
 * @param {Given} given
 * @param {object} more
 * @param {string | null} [more.channel]
 * @param {number | null} [more.status]
 * @param {string | null} [more.owner]
 * @param {string | null} [more.requestId]
 * @param {Part | null} [more.part]
 * @returns {Given}
 */
export function knowing(
  given,
  { channel = null, status = null, owner = null, requestId = null, part = null },
) {
  return {
    ...given,
    channel: given.channel ?? channel,
    status: status ?? given.status,
    owners: withOwner(given.owners, owner),
    requestId: given.requestId ?? requestId,
    part: given.part ?? part,
  };
}

/**
 * @param {readonly string[]} owners
 * @param {string | null} owner
 */
export function withOwner(owners, owner) {
  return owner === null || owners.includes(owner) ? owners : [...owners, owner];
}

/** What was read in one place: of a body by an envelope, or of a text. */
export class Reading {
  /**
   * @param {Given} given
   * @param {object} [read]
   * @param {string | null} [read.code]
   * @param {string | null} [read.message]
   * @param {Fields | null} [read.fields]
   * @param {string | null} [read.body] what kind of body it is
   * @param {readonly string[]} [read.owners] the brokers that it is known to be of
   * @param {number} [read.order] which place of the source it is
   * @param {number} [read.at] where in its text it begins
   */
  constructor(
    given,
    { code = null, message = null, fields = null, body = null, owners, order = 0, at = 0 } = {},
  ) {
    this.given = given;
    this.channel = given.channel;
    this.marked = given.marked;
    this.status = given.status;
    this.code = code;
    this.message = message;
    this.fields = fields;
    this.body = body;
    this.owners = owners ?? given.owners;
    this.order = order;
    this.at = at;
  }

  /**
   * The channel.
   *
   * @param {string | null} http the broker's channel of all HTTP answers
   */
  channelOf(http) {
    if (this.channel !== null && this.channel !== http) return this.channel;
    const told = this.status !== null || this.code !== null;
    return this.marked ?? this.channel ?? (told ? http : null);
  }

  /**
   * Take note that this is known to be of a broker.
   *
   * @param {string} broker
   */
  own(broker) {
    this.owners = withOwner(this.owners, broker);
  }

  /**
   * The value of the body at a path; undefined where there is none.
   *
   * @param {Path} path
   */
  value(path) {
    return this.fields?.value(path);
  }

  /**
   * The same with a code that stands beside.
   *
   * @param {string} code
   */
  withCode(code) {
    const { given, body, owners, order, at } = this;
    const coded = new Reading(given, { code, body, owners, order, at });
    coded.channel = this.channel;
    coded.marked = this.marked;
    coded.status = this.status;
    return coded;
  }

  /**
   * The report of this reading.
   *
   * @param {string} broker
   * @param {string | null} httpChannel the broker's channel of all HTTP answers
   * @param {Report["place"]} place
   * @returns {Report}
   */
  report(broker, httpChannel, place) {
    return {
      broker,
      channel: this.channelOf(httpChannel),
      status: this.status,
      code: this.code,
      message: this.message,
      fields: this.fields?.body ?? {},
      requestId: this.given.requestId,
      place,
    };
  }
}
