// This line is another one in the package: it says where the module is from.
/** Errors in texts: what a text's words lead to is looked for, and nothing else. */

import { Ending } from "./cut.js";
import { Folded, words } from "./fold.js";
import { Hearing } from "./hearing.js";
import { Mentions } from "./mention.js";
import { knowing, Reading, withOwner } from "./report.js";
import { CUT_OFF, CUT_OFF_FALLBACK, MENTIONED, MENTIONED_FALLBACK } from "./rows.js";
import { calledCodes, hosts, StatedValues, Statuses, saysMore } from "./stated.js";
import { isDecimal, kindOf, StatedFields } from "./values.js";

/** @import {Bodies} from "./bodies.js" */
/** @import {Found} from "./finding.js" */
/** @import {TextForm, TextForms} from "./forms.js" */
/** @import {Led} from "./hearing.js" */
/** @import {Lookup} from "./lookup.js" */
/** @import {Given, Part} from "./report.js" */
/** @import {Plan, SignatureRow} from "./rows.js" */
/** @import {Search} from "./search.js" */
/** @import {Group} from "./stated.js" */
/** @import {Place, Template} from "./template.js" */

/** @typedef {{form: TextForm, place: readonly [start: number, end: number, group: Record<string, unknown>]}} StatedForm */

/** How much further than a code is long one is looked for beside a message. */
const BESIDE = 5;
const STATUS_LENGTH = 3;

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
    this._codes = new Map([...lookup.plans.values()].map((plan) => [plan.broker, codeKeys(plan)]));
    this._mentions = new Mentions(lookup.common);
    this._hearing = new Hearing(lookup, forms);
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
    const heard = this._hearing.hear(text, given.broker !== null || given.owners.length > 0);
    const broker = given.broker ?? heard?.broker ?? null;
    const led = heard && this._hearing.lead(text, heard, broker);
    if (!led) return;
    const folded = heard.folded ?? new Folded(text);
    const part = depth === 0 ? { start: 0, end: folded.plain.length, folded } : null;
    const known = { ...knowing(given, { part, owner: broker }), broker };
    const forms = led.forms.flatMap((form) => form.stated(folded).map((place) => ({ form, place })));
    forms.sort(inOrder);
    const status = this._status(folded, this._withoutCodes(led.statuses, forms), known);
    const reading = this._reading(folded, status, known, search);
    const before = search.found.length;
    const groups = led.fields ? this._values.groups(folded) : [];
    const isStated = this._byValues(groups, folded, reading, search, depth) || status !== null;
    this._byForms(forms, folded, reading, search, depth);
    this._byCodes(led, folded, reading, search, depth);
    this._byNames(led, folded, reading, search);
    const quoted = groups.flatMap(([, , group]) =>
      Object.values(group).filter((value) => typeof value === "string"),
    );
    const sure = this._byTemplates(led, folded, quoted, reading, search);
    if (known.broker !== null) this._cutOff(led, folded, reading, search, { before, sure });
    if (known.broker !== null && isStated) this._bodies.byStatus(known.broker, reading, search);
  }

  /**
   * The status that the text itself states, and where.
   *
   * @param {Folded} folded
   * @param {readonly string[]} numbers
   * @param {Given} given
   */
  _status(folded, numbers, { broker }) {
    if (!numbers.length || broker === null || this._isForeign(folded, broker)) return null;
    return this._statuses.stated(folded, numbers);
  }

  /**
   * The numbers without those that a form states as the broker's code.
   *
   * @param {readonly string[]} numbers
   * @param {readonly StatedForm[]} forms
   */
  _withoutCodes(numbers, forms) {
    const codes = forms.flatMap(({ form, place: [, , group] }) =>
      [...(this._codes.get(form.broker) ?? [])].map((key) => String(group[key])),
    );
    return numbers.filter((number) => !codes.includes(number));
  }

  /**
   * What is known of the text as a whole.
   *
   * @param {Folded} folded
   * @param {readonly [at: number, status: number] | null} stated
   * @param {Given} given
   * @param {Search} search
   */
  _reading(folded, stated, given, search) {
    const owners = this._lookup.namedIn(folded.low).reduce(withOwner, given.owners);
    const broker = given.broker ?? (owners.length === 1 ? (owners[0] ?? null) : null);
    const ends = stated !== null && !saysMore(folded.low.slice(stated[0] + STATUS_LENGTH));
    const body = ends ? "empty" : kindOf(folded.original);
    const reading = new Reading(given, { body, owners, order: search.nextPlace() });
    if (given.channel === null) reading.marked ??= this._lookup.channelIn(broker, folded.low);
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
    if (hosts(folded.low).length && !this._lookup.namedIn(folded.low).includes(broker)) return true;
    const codes = calledCodes(folded);
    const sets = [...(this._lookup.codeSets.get(broker)?.values() ?? [])];
    return codes.length > 0 && !codes.some((code) => sets.some((one) => one.fits(code)));
  }

  /**
   * Read fields that the text states. A code that nobody else has tells whose the text is.
   *
   * @param {Reading} reading
   * @param {Record<string, unknown>} stated
   * @param {Part} part where they stand in the text
   * @param {Search} search
   * @param {number} depth
   * @param {boolean} [isCut] whether the text ends before the object does that they stand in
   */
  _stated(reading, stated, part, search, depth, isCut = false) {
    for (const value of Object.values(stated)) {
      const told =
        typeof value === "number" || typeof value === "string" ? this._lookup.toldBy(String(value)) : null;
      if (told !== null) reading.own(told);
    }
    const { given, channel, marked, status, owners, order } = reading;
    const known = { ...given, channel, marked, status, owners, part: depth === 0 ? part : given.part };
    const fields = new StatedFields(stated, known, depth + 1, { order, at: part.start });
    fields.isCut = isCut;
    return this._bodies.gatherStated(fields, search);
  }

  /**
   * Fields that the text states. Tell whether they state the status.
   *
   * @param {readonly Group[]} groups
   * @param {Folded} folded
   * @param {Reading} reading
   * @param {Search} search
   * @param {number} depth
   */
  _byValues(groups, folded, reading, search, depth) {
    let isStated = false;
    const isCut = folded.low.split("{").length > folded.low.split("}").length;
    for (const [start, end, group] of groups) {
      const { status, channel } = this._stated(reading, group, { start, end, folded }, search, depth, isCut);
      isStated ||= status !== null && reading.status === null;
      reading.status ??= status;
      reading.channel ??= channel;
    }
    return isStated;
  }

  /**
   * @param {readonly StatedForm[]} forms
   * @param {Folded} folded
   * @param {Reading} reading
   * @param {Search} search
   * @param {number} depth
   */
  _byForms(forms, folded, reading, search, depth) {
    for (const { form, place } of forms) {
      const [start, end, group] = place;
      if (form.unmistakable) reading.own(form.broker);
      const { channel } = this._stated(reading, group, { start, end, folded }, search, depth);
      reading.channel ??= channel;
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
        const found = form.statedAround(folded, code.replace(/^-/, ""));
        if (found) {
          const [start, end, group] = found;
          reading.code ??= code;
          this._stated(reading, group, { start, end, folded }, search, depth);
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
   * @param {readonly string[]} quoted what stated fields hold
   * @param {Reading} reading
   * @param {Search} search
   */
  _byTemplates(led, folded, quoted, reading, search) {
    let sure = false;
    for (const template of led.templates) {
      const [place, isMentioned] = this._place(template, folded, quoted, reading);
      if (!place) continue;
      const [start, end, spans] = place;
      for (const signature of template.signatures) {
        const ofThis = this._admitted(signature, reading, folded, start, end);
        if (!ofThis) continue;
        const rank = isMentioned ? rankOfMention(signature) : signature.rank;
        const found = { signature, rank, reading: ofThis, template, spans, folded, start, end };
        const isCounted = this._bodies.counted(found, search);
        sure ||= isCounted && !isMentioned;
      }
    }
    return sure;
  }

  /**
   * Where a message stands, and whether a sentence only mentions it there.
   *
   * @param {Template} template
   * @param {Folded} folded
   * @param {readonly string[]} quoted
   * @param {Reading} reading
   * @returns {[place: Place | null, isMentioned: boolean]}
   */
  _place(template, folded, quoted, reading) {
    const stands = template.find(folded) ?? (reading.given.status === null ? null : whole(template, folded));
    const place = stands ?? this._mentions.find(template, folded);
    const counts = place !== null && endsInField(template, folded, place, quoted);
    return [counts ? place : null, stands === null];
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
   * What was found before that index is not of this text. What else was, does not count where the text may end
   * within a longer message that begins alike.
   *
   * @param {Led} led
   * @param {Folded} folded
   * @param {Reading} reading
   * @param {Search} search
   * @param {{before: number, sure: boolean}} known
   */
  _cutOff(led, folded, reading, search, { before, sure }) {
    const ending = new Ending(folded);
    /** @type {Found[]} */
    const ends = [];
    for (const template of new Set(led.cuts)) {
      const signature = this._cutSignature(template, reading);
      const start = signature ? ending.breaksOffIn(template) : null;
      if (!signature || start === null) continue;
      const rank = signature.fallback ? CUT_OFF_FALLBACK : CUT_OFF;
      ends.push({ signature, rank, reading, template, spans: [], folded, start, end: folded.plain.length });
    }
    const whole = search.found.splice(before);
    const stay = whole.filter((one) => !this._mayGoOn(one, folded, ending, reading));
    search.found.push(...stay);
    if (sure && stay.length === whole.length) return;
    if (new Set(ends.map((one) => one.signature.entry)).size !== 1) return;
    if (!ends.some((one) => this._mayGoOn(one, folded, ending, reading))) search.found.push(...ends);
  }

  /**
   * @param {Template} template
   * @param {Reading} reading
   */
  _cutSignature(template, reading) {
    return template.signatures.find(
      (one) => one.broker === reading.given.broker && this._lookup.admits(one, reading),
    );
  }

  /**
   * Whether the text may end within a longer message, of another entry, which begins like this one.
   *
   * @param {Found} found
   * @param {Folded} folded
   * @param {Ending} ending
   * @param {Reading} reading
   */
  _mayGoOn(found, folded, ending, reading) {
    const { template, signature } = found;
    const text = found.folded?.plain;
    if (!template || text === undefined || !folded.plain.endsWith(text)) return false;
    const at = folded.plain.length - text.length + found.start;
    const least = ending.moreThan(template, at);
    return this._lookup
      .beginningAt(ending.low, at)
      .some(
        (other) =>
          other.signatures.every(({ entry }) => entry !== signature.entry) &&
          this._cutSignature(other, reading) !== undefined &&
          ending.seen(other, at) >= least,
      );
  }
}

/**
 * Whether no sentence goes on beside a message that a stated field holds.
 *
 * @param {Template} template
 * @param {Folded} folded
 * @param {Place} place
 * @param {readonly string[]} quoted
 */
function endsInField(template, folded, [start, end], quoted) {
  const said = folded.plain.slice(start, end);
  return (
    !quoted.some((text) => text.includes(said)) || template.stands(folded, start, end, template.besideInField)
  );
}

/** @param {SignatureRow} signature */
function rankOfMention({ fallback }) {
  return fallback ? MENTIONED_FALLBACK : MENTIONED;
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

/**
 * The fields that hold a code of the broker, and never a status.
 *
 * @param {Plan} plan
 */
function codeKeys({ envelopes }) {
  const keys = new Set(envelopes.flatMap((row) => row.code.slice(-1)));
  for (const key of envelopes.flatMap((row) => row.status.slice(-1))) keys.delete(key);
  return keys;
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

/**
 * Which of two forms stands first.
 *
 * @param {{place: Group}} one
 * @param {{place: Group}} other
 */
function inOrder({ place: [start, end] }, { place: [otherStart, otherEnd] }) {
  return start - otherStart || end - otherEnd;
}
