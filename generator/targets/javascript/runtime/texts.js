/** Errors in texts: what a text's words lead to is looked for, and nothing else. */

import { Folded, hidesWords, words } from "./fold.js";
import { Reading, withOwner } from "./report.js";
import { CUT_OFF, CUT_OFF_FALLBACK } from "./rows.js";
import { calledCodes, hosts, mayBeStatus, StatedValues, Statuses, saysMore } from "./stated.js";
import { STATUSES, Triggers } from "./triggers.js";
import { isDecimal, kindOf, StatedFields } from "./values.js";

/** @import {Bodies} from "./bodies.js" */
/** @import {Found} from "./finding.js" */
/** @import {TextForm, TextForms} from "./forms.js" */
/** @import {Lookup} from "./lookup.js" */
/** @import {Given} from "./report.js" */
/** @import {SignatureRow} from "./rows.js" */
/** @import {Search} from "./search.js" */
/** @import {Group} from "./stated.js" */
/** @import {Place, Template} from "./template.js" */

/** A text may break off in a message if its early words are among its last ones. */
const LAST_WORDS = 24;
/** How much further than a code is long one is looked for beside a message. */
const BESIDE = 5;
const STATUS_LENGTH = 3;

/**
 * What the words of a text lead to.
 *
 * @typedef {object} Led
 * @property {Template[]} templates
 * @property {Template[]} cuts
 * @property {TextForm[]} forms
 * @property {string[]} statuses
 * @property {string[]} codes
 * @property {(readonly [broker: string, code: string])[]} names
 * @property {boolean} fields
 */

/** Reads texts. */
export class Texts {
  /**
   * @param {Lookup} lookup
   * @param {TextForms} forms
   * @param {Bodies} bodies
   */
  constructor(lookup, forms, bodies) {
    this._lookup = lookup;
    this._forms = forms;
    this._bodies = bodies;
    this._triggers = new Triggers(lookup, forms);
    this._values = new StatedValues(fieldKeys(lookup));
    this._statuses = new Statuses(lookup.common);
  }

  /**
   * Find what a text says.
   *
   * @param {string} text
   * @param {Given} given
   * @param {Search} search
   * @param {number} depth
   */
  gather(text, given, search, depth) {
    const early = hidesWords(text) ? new Folded(text) : null;
    const spoken = words(early?.low ?? text);
    const isNamed = given.broker !== null || given.owners.length > 0;
    const wanted = this._triggers.of(isNamed, text.includes("{"));
    const hits = [...new Set(spoken)].filter((word) => wanted.has(word));
    if (!hits.length && !(isNamed && this._triggers.brokenOff(spoken).length)) return;
    const led = this._led(text, hits, spoken, given);
    if (!Object.values(led).some((one) => (Array.isArray(one) ? one.length : one))) return;
    const folded = early ?? new Folded(text);
    const reading = this._reading(folded, led, given, search);
    for (const group of led.fields ? this._values.groups(folded) : []) {
      const stated = this._stated(reading, group, search, depth);
      reading.status ??= stated.status;
      reading.channel ??= stated.channel;
    }
    this._byForms(led, folded, reading, search, depth);
    this._byCodes(led, folded, reading, search, depth);
    this._byNames(led, folded, reading, search);
    if (!this._byTemplates(led, folded, reading, search)) this._cutOff(led, folded, reading, search);
    if (given.broker !== null) this._bodies.byStatus(given.broker, reading, search);
  }

  /**
   * @param {string} text
   * @param {readonly string[]} hits
   * @param {readonly string[]} spoken
   * @param {Given} given
   * @returns {Led}
   */
  _led(text, hits, spoken, { broker }) {
    const lookup = this._lookup;
    const triggers = this._triggers;
    const said = new Set(spoken);
    const last = new Set(spoken.slice(-LAST_WORDS));
    const isOf = (/** @type {Template} */ template) =>
      broker === null || template.signatures.some((signature) => signature.broker === broker);
    const each = /** @type {<T>(lists: ReadonlyMap<string, readonly T[]>) => T[]} */ (
      (lists) => hits.flatMap((word) => lists.get(word) ?? [])
    );
    const begun = hits.filter((word) => last.has(word)).flatMap((word) => lookup.heads.get(word) ?? []);
    return {
      templates: each(lookup.anchors).filter((template) => template.isSaid(said) && isOf(template)),
      cuts:
        broker === null
          ? []
          : [...begun.filter((template) => template.isBegun(last)), ...triggers.brokenOff(spoken)].filter(
              isOf,
            ),
      forms: each(this._forms.byWord).filter(
        (form) => form.isSaid(said) && (broker ?? form.broker) === form.broker,
      ),
      statuses: broker === null ? [] : hits.filter((word) => STATUSES.has(word) && mayState(text, word)),
      codes: each(triggers.numbers),
      names: each(triggers.names),
      fields: /[{:=]/.test(text) && hits.some((word) => triggers.fields.has(word)),
    };
  }

  /**
   * What the text as a whole states: whose it is, its status.
   *
   * @param {Folded} folded
   * @param {Led} led
   * @param {Given} given
   * @param {Search} search
   */
  _reading(folded, led, given, search) {
    const owners = this._lookup.namedIn(folded.low).reduce(withOwner, given.owners);
    const broker = given.broker ?? (owners.length === 1 ? (owners[0] ?? null) : null);
    const stated =
      led.statuses.length && given.broker !== null && !this._isForeign(folded, given.broker)
        ? this._statuses.stated(folded, led.statuses)
        : null;
    const ends = stated !== null && !saysMore(folded.low.slice(stated[0] + STATUS_LENGTH));
    const body = ends ? "empty" : kindOf(folded.original);
    const reading = new Reading(given, { body, owners, order: search.nextPlace() });
    reading.channel = given.channel ?? this._lookup.channelIn(broker, folded.low);
    reading.status = given.status ?? stated?.[1] ?? null;
    return reading;
  }

  /**
   * Whether a text names a host or a code that is not the broker's: then its status is not either.
   *
   * @param {Folded} folded
   * @param {string} broker
   */
  _isForeign(folded, broker) {
    if (hosts(folded).length && !this._lookup.namedIn(folded.low).includes(broker)) return true;
    const codes = calledCodes(folded);
    const sets = [...(this._lookup.codeSets.get(broker)?.values() ?? [])];
    return codes.length > 0 && !codes.some((code) => sets.some((one) => one.fits(code)));
  }

  /**
   * Read fields that the text states. A code that nobody else has tells whose the text is.
   *
   * @param {Reading} reading
   * @param {Group} group
   * @param {Search} search
   * @param {number} depth
   */
  _stated(reading, [at, stated], search, depth) {
    for (const value of Object.values(stated)) {
      const told =
        typeof value === "number" || typeof value === "string" ? this._lookup.toldBy(String(value)) : null;
      if (told !== null) reading.own(told);
    }
    const { channel, status, owners, order } = reading;
    const fields = new StatedFields(stated, { ...reading.given, channel, status, owners }, depth + 1, {
      order,
      at,
    });
    return this._bodies.gatherStated(fields, search);
  }

  /**
   * @param {Led} led
   * @param {Folded} folded
   * @param {Reading} reading
   * @param {Search} search
   * @param {number} depth
   */
  _byForms(led, folded, reading, search, depth) {
    for (const form of led.forms) {
      for (const group of form.stated(folded)) {
        if (form.unmistakable) reading.own(form.broker);
        const stated = this._stated(reading, group, search, depth);
        reading.channel ??= stated.channel;
      }
    }
  }

  /**
   * Forms without words, each around a code.
   *
   * @param {Led} led
   * @param {Folded} folded
   * @param {Reading} reading
   * @param {Search} search
   * @param {number} depth
   */
  _byCodes(led, folded, reading, search, depth) {
    for (const code of led.codes) {
      for (const form of this._forms.byCode) {
        if ((reading.given.broker ?? form.broker) !== form.broker) continue;
        const group = form.statedAround(folded, code.replace(/^-/, ""));
        if (group) {
          reading.code ??= code;
          this._stated(reading, group, search, depth);
        }
      }
    }
  }

  /**
   * Codes that are words, and such as nobody else has.
   *
   * @param {Led} led
   * @param {Folded} folded
   * @param {Reading} reading
   * @param {Search} search
   */
  _byNames(led, folded, reading, search) {
    for (const [broker, code] of led.names) {
      if (broker !== reading.given.broker || !folded.plain.includes(code)) continue;
      for (const signature of this._lookup.codes.get(code) ?? []) {
        if (signature.broker === broker) this._bodies.add(signature, reading, search);
      }
    }
  }

  /**
   * Find messages where they stand. Tell whether there is one.
   *
   * @param {Led} led
   * @param {Folded} folded
   * @param {Reading} reading
   * @param {Search} search
   */
  _byTemplates(led, folded, reading, search) {
    let sure = false;
    for (const template of led.templates) {
      const place = template.find(folded) ?? (reading.given.status === null ? null : whole(template, folded));
      if (!place) continue;
      const [start, end, spans] = place;
      for (const signature of template.signatures) {
        const ofThis = this._admitted(signature, reading, folded, start, end);
        if (ofThis) {
          const { rank } = signature;
          const found = { signature, rank, reading: ofThis, template, spans, folded, start, end };
          sure = this._bodies.counted(found, search) || sure;
        }
      }
    }
    return sure;
  }

  /**
   * The reading in which a signature holds: the text's, or the same with a code that stands beside.
   *
   * @param {SignatureRow} signature
   * @param {Reading} reading
   * @param {Folded} folded
   * @param {number} start
   * @param {number} end
   */
  _admitted(signature, reading, folded, start, end) {
    if (this._lookup.admits(signature, reading)) return reading;
    if (signature.code === null || !isBeside(folded.low, start, end, signature.code)) return null;
    const coded = reading.withCode(signature.code);
    return this._lookup.admits(signature, coded) ? coded : null;
  }

  /**
   * A message in which the text breaks off, if it can be only one entry's.
   *
   * @param {Led} led
   * @param {Folded} folded
   * @param {Reading} reading
   * @param {Search} search
   */
  _cutOff(led, folded, reading, search) {
    /** @type {Found[]} */
    const ends = [];
    for (const template of new Set(led.cuts)) {
      const signature = template.signatures.find(
        (one) => one.broker === reading.given.broker && this._lookup.admits(one, reading),
      );
      const start = signature ? template.cut(folded) : null;
      if (!signature || start === null) continue;
      const rank = signature.fallback ? CUT_OFF_FALLBACK : CUT_OFF;
      ends.push({ signature, rank, reading, template, spans: [], folded, start, end: folded.plain.length });
    }
    if (new Set(ends.map((one) => one.signature.entry)).size === 1) search.found.push(...ends);
  }
}

/**
 * The place of a message that is all of an answer's body, in whatever case.
 *
 * @param {Template} template
 * @param {Folded} folded
 * @returns {Place | null}
 */
function whole(template, folded) {
  const low = folded.low.replace(/\.$/, "");
  return template.row.exactCase && low === template.literal(0) ? [0, low.length, []] : null;
}

/**
 * @param {string} text
 * @param {string} number
 */
function mayState(text, number) {
  for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
    if (mayBeStatus(text, at)) return true;
  }
  return false;
}

/**
 * Whether a code stands directly before or behind a message.
 *
 * @param {string} low
 * @param {number} start
 * @param {number} end
 * @param {string} code
 */
function isBeside(low, start, end, code) {
  const reach = code.length + BESIDE;
  const before = words(low.slice(Math.max(0, start - reach), start)).at(-1);
  const [behind] = words(low.slice(end, end + reach));
  return [before, behind].includes(code.toLowerCase());
}

/** @param {Lookup} lookup */
function fieldKeys(lookup) {
  const keys = [...lookup.plans.values()].flatMap(({ envelopes, signatures, fields }) => [
    ...envelopes.flatMap((row) => [
      ...[row.status, row.code, row.message, row.inner, row.each, row.requestId].flat(),
      ...row.when.flatMap(({ path }) => path),
    ]),
    ...signatures.flatMap(({ path }) => path.slice(-1)),
    ...fields,
  ]);
  return new Set(keys.filter((key) => key && !isDecimal(key)));
}
