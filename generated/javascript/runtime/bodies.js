// From generator/targets/javascript/runtime/bodies.js by `python -m generator build`. Do not edit.
/** Errors in bodies: by the envelopes that a body's keys allow, then by field, message, code and status. */

import { foundBy } from "./finding.js";
import { Folded } from "./fold.js";
import { knowing, Reading, withOwner } from "./report.js";
import { CODE_WITH_STATUS, isSurpassed, MESSAGE_IN_FIELD } from "./rows.js";
import { asStatus, asText, isMessage, kindOf } from "./values.js";

/** @import {Found} from "./finding.js" */
/** @import {Lookup} from "./lookup.js" */
/** @import {Given} from "./report.js" */
/** @import {EnvelopeRow, SignatureRow} from "./rows.js" */
/** @import {Search, Visit} from "./search.js" */
/** @import {Form, Rows, Shape, Shapes} from "./shapes.js" */
/** @import {Place, Template} from "./template.js" */
/** @import {Fields, StatedFields} from "./values.js" */

/** @typedef {ReadonlyMap<string, Reading>} Readings readings by broker */

/** Shorter texts under keys that no envelope reads are not looked into. */
const SHORTEST = 6;
/** A message that is not recognized is looked into if it has one of these signs. */
const HOLDS_MORE = /[{[<\\]/;

/** Reads bodies. */
export class Bodies {
  /**
   * @param {Lookup} lookup
   * @param {Shapes} shapes
   * @param {Visit} visit looks into what a body holds, whatever it is
   */
  constructor(lookup, shapes, visit) {
    this._lookup = lookup;
    this._shapes = shapes;
    this._visit = visit;
  }

  /**
   * Find what a body says. Where no envelope tells anything specific, all of it is looked into.
   *
   * @param {Fields} fields
   * @param {Search} search
   */
  gather(fields, search) {
    /** @type {Set<string>} */
    const read = new Set();
    if (this._byForms(fields, search, read)) return;
    for (const [key, value] of Object.entries(fields.body)) {
      if (maySay(value) && !read.has(key)) this._visit(value, fields.given, search, fields.depth + 1);
    }
  }

  /**
   * Find what fields say that a text states. Give back what else they tell of the text.
   *
   * @param {StatedFields} fields
   * @param {Search} search
   */
  gatherStated(fields, search) {
    this._byForms(fields, search, new Set());
    return fields.given;
  }

  /**
   * Read by the first envelope of each broker that holds. Tell whether that is all there is to read.
   *
   * @param {Fields} fields
   * @param {Search} search
   * @param {Set<string>} read takes the keys of what was read
   */
  _byForms(fields, search, read) {
    const shape = this._shapes.of(fields);
    /** @type {Map<string, EnvelopeRow>} */
    const around = new Map();
    const start = search.found.length;
    let allSaid = false;
    for (const [form, rows, isBeside] of this._held(shape, fields)) {
      if (isBeside) {
        for (const [broker, row] of rows) around.set(broker, row);
      } else {
        for (const key of form.keys) read.add(key);
        allSaid = this._byForm(form, rows, shape, fields, search) || allSaid;
      }
    }
    if (search.found.length === start) {
      for (const [broker, row] of around)
        this.byStatus(broker, this._reading(row, fields, null, null), search);
    }
    return allSaid;
  }

  /**
   * The first envelope of each broker that holds; before it those whose content stands beside them, of which
   * only what they tell of the content counts.
   *
   * @param {Shape} shape
   * @param {Fields} fields
   * @returns {Generator<[form: Form, rows: Rows, isBeside: boolean], undefined>}
   */
  *_held(shape, fields) {
    /** @type {Set<string>} */
    const done = new Set();
    /** @type {Set<string>} */
    const outer = new Set();
    for (const form of shape.forms) {
      if (asksOnly(form, outer)) continue;
      const rows = this._holding(form, fields, done);
      const [first] = rows.values();
      if (!first) continue;
      const isBeside = form.inner.length > 0 && fields.holdsBeside(form.inner);
      if (isBeside) fields.given = within(first, fields);
      addAll(
        isBeside ? outer : done,
        isBeside ? form.checks.map(([path]) => path.at(-1) ?? "") : rows.keys(),
      );
      yield [form, rows, isBeside];
    }
  }

  /**
   * Read by an envelope that holds. Tell whether that is all there is to read.
   *
   * @param {Form} form
   * @param {Rows} rows
   * @param {Shape} shape
   * @param {Fields} fields
   * @param {Search} search
   */
  _byForm(form, rows, shape, fields, search) {
    const errors = new Map([...rows].filter(([, row]) => !row.success));
    const allSaid = errors.size > 0 && this._read(form, errors, shape, fields, search);
    return allSaid || errors.size < rows.size;
  }

  /**
   * The brokers whose envelope this is, by what it asks for and by their codes.
   *
   * @param {Form} form
   * @param {Fields} fields
   * @param {ReadonlySet<string>} done
   * @returns {Rows}
   */
  _holding(form, fields, done) {
    const rows = [...form.rows].filter(([broker, row]) => !done.has(broker) && !(row.single && fields.item));
    if (!rows.length || !form.checks.every(([path, check]) => check(fields.value(path)))) return new Map();
    const code = form.code.length ? asText(fields.value(form.code)) : null;
    if (code === null) return new Map(rows);
    return new Map(
      rows.filter(([broker, { codeSets }]) => !codeSets.length || this._lookup.fits(broker, codeSets, code)),
    );
  }

  /**
   * Read a body by an envelope. Tell whether nothing else in it needs to be looked into.
   *
   * @param {Form} form
   * @param {Rows} rows
   * @param {Shape} shape
   * @param {Fields} fields
   * @param {Search} search
   */
  _read(form, rows, shape, fields, search) {
    if (form.inner.length || form.each.length) {
      this._inside(form, rows, fields, search);
      return true;
    }
    const start = search.found.length;
    const text = form.message.length ? fields.value(form.message) : undefined;
    const message = isMessage(text) ? text : null;
    const code = form.code.length ? asText(fields.value(form.code)) : null;
    const readings = new Map(
      [...rows].map(([broker, row]) => [broker, this._reading(row, fields, code, message)]),
    );
    for (const signature of shape.fields) {
      const reading = readings.get(signature.broker);
      const surpassed = fields.isCut && isSurpassed(signature);
      if (reading && !surpassed && hasField(signature, fields)) this.add(signature, reading, search);
    }
    if (message !== null) this._message(message, readings, search, fields);
    if (code !== null) this._byCode(code, rows, readings, search);
    for (const [broker, reading] of readings) this.byStatus(broker, reading, search);
    return search.found.slice(start).some((one) => !one.signature.fallback);
  }

  /**
   * Read what an envelope holds; the status decides where that says nothing.
   *
   * @param {Form} form
   * @param {Rows} rows
   * @param {Fields} fields
   * @param {Search} search
   */
  _inside(form, rows, fields, search) {
    const isList = form.each.length > 0;
    const value = fields.value(form.inner.length ? form.inner : form.each);
    const items = isList && Array.isArray(value) ? value : [value];
    for (const row of rows.values()) {
      const inner = within(row, fields);
      const start = search.found.length;
      for (const item of items) {
        const part = isList && typeof item === "string" ? { "": item } : item;
        this._visit(part, inner, search, fields.depth + 1);
      }
      if (search.found.length === start) {
        const bare = new Reading(inner, { body: kindOf(value), fields, order: fields.order });
        this.byStatus(row.broker, bare, search);
      }
      if (fields.stated) fields.given = inner;
    }
  }

  /**
   * @param {EnvelopeRow} row
   * @param {Fields} fields
   * @param {string | null} code
   * @param {string | null} message
   */
  _reading(row, fields, code, message) {
    const inner = within(row, fields);
    const owners = withOwner(inner.owners, this._lookup.toldBy(code));
    const { order, at } = fields;
    return new Reading(inner, {
      code,
      message,
      fields,
      body: message === null ? null : "text",
      owners,
      order,
      at,
    });
  }

  /**
   * Recognize a vendor's message: all of it, else a message within it, else what else it holds.
   *
   * What a text states may be a client's: of it a reason phrase counts only in the vendor's own spelling.
   *
   * @param {string} message
   * @param {Readings} readings
   * @param {Search} search
   * @param {Fields} fields
   */
  _message(message, readings, search, fields) {
    const folded = new Folded(message);
    /** @type {[Template, Place][]} */
    const whole = this._lookup
      .whole(folded.low)
      .filter(([template]) => !fields.stated || template.isSpelled(folded.plain))
      .map(([template, spans]) => [template, [0, folded.low.length, spans]]);
    if (this._recognized(whole, folded, readings, search)) return;
    const isWithin = this._recognized(this._withinField(folded, readings), folded, readings, search);
    if (isWithin && !message.includes("{")) return;
    const [reading] = readings.values();
    if (reading && HOLDS_MORE.test(message)) {
      const inner = knowing(reading.given, { owner: reading.owners[0] ?? null });
      const { channel } = fields.given; // a log's line only looks like a body of that channel
      const marked = inner.marked ?? inner.channel;
      this._visit(message, { ...inner, channel, marked }, search, fields.depth + 1);
    }
  }

  /**
   * @param {Folded} folded
   * @param {Readings} readings
   */
  _withinField(folded, readings) {
    const said = this._lookup.saidIn(folded.low);
    return said
      .filter((template) => template.signatures.some((signature) => readings.has(signature.broker)))
      .flatMap((template) => {
        const place = template.find(folded, template.besideInField);
        return place ? [/** @type {[Template, Place]} */ ([template, place])] : [];
      });
  }

  /**
   * Add what was found. Tell whether it is specific.
   *
   * @param {readonly [Template, Place][]} places
   * @param {Folded} folded
   * @param {Readings} readings
   * @param {Search} search
   */
  _recognized(places, folded, readings, search) {
    let specific = false;
    for (const [template, [start, end, spans]] of places) {
      for (const signature of template.signatures) {
        const reading = readings.get(signature.broker);
        if (reading && this._lookup.admits(signature, reading)) {
          const rank = signature.rank + MESSAGE_IN_FIELD;
          const counted = this.counted(
            { signature, rank, reading, template, spans, folded, start, end },
            search,
          );
          specific ||= counted && !signature.fallback;
        }
      }
    }
    return specific;
  }

  /**
   * @param {string} code
   * @param {Rows} rows
   * @param {Readings} readings
   * @param {Search} search
   */
  _byCode(code, rows, readings, search) {
    for (const signature of this._lookup.codes.get(code) ?? []) {
      const reading = readings.get(signature.broker);
      if (reading) this.add(signature, reading, search);
    }
    for (const [broker, reading] of readings) {
      if (reading.status !== null) continue;
      const status = this._lookup.statusIn(broker, rows.get(broker)?.codeSets ?? [], code);
      for (const signature of this._lookup.ofStatus(broker, status)) {
        this.counted(foundBy(signature, reading, signature.rank + CODE_WITH_STATUS), search);
      }
    }
  }

  /**
   * Add what the status alone says.
   *
   * @param {string} broker
   * @param {Reading} reading
   * @param {Search} search
   */
  byStatus(broker, reading, search) {
    for (const signature of this._lookup.ofStatus(broker, reading.status))
      this.add(signature, reading, search);
  }

  /**
   * Add a finding by field, code or status, if the reading has what the signature demands.
   *
   * @param {SignatureRow} signature
   * @param {Reading} reading
   * @param {Search} search
   */
  add(signature, reading, search) {
    if (this._lookup.admits(signature, reading)) this.counted(foundBy(signature, reading), search);
  }

  /**
   * Add a finding if it is known whose it is, and tell whether it was.
   *
   * @param {Found} found
   * @param {Search} search
   */
  counted(found, search) {
    const { signature, reading } = found;
    const askedFor = reading.given.broker;
    const counts =
      askedFor === null
        ? signature.unmistakable || reading.owners.includes(signature.broker)
        : askedFor === signature.broker;
    if (counts) search.found.push(found);
    return counts;
  }
}

/**
 * What is known of what an envelope holds.
 *
 * @param {EnvelopeRow} row
 * @param {Fields} fields
 * @returns {Given}
 */
function within(row, fields) {
  return knowing(fields.given, {
    channel: row.channel,
    status: row.status.length ? asStatus(fields.value(row.status)) : null,
    owner: row.unmistakable ? row.broker : null,
    requestId: row.requestId.length ? asText(fields.value(row.requestId)) : null,
  });
}

/**
 * Whether a body has the field that a signature looks at, with its value.
 *
 * @param {SignatureRow} signature
 * @param {Fields} fields
 */
function hasField({ path, value: wanted, beside }, fields) {
  const value = asText(fields.value(path));
  if (value === null || (wanted !== null && wanted !== value)) return false;
  return !beside.length || asText(fields.value(beside)) !== null;
}

/**
 * Whether a value under a key that no envelope reads is worth looking into.
 *
 * @param {unknown} value
 */
function maySay(value) {
  return typeof value === "string" ? value.length >= SHORTEST : typeof value === "object" && value !== null;
}

/**
 * Whether a form asks for nothing but keys that an envelope around has asked for already.
 *
 * @param {Form} form
 * @param {ReadonlySet<string>} keys
 */
function asksOnly({ checks }, keys) {
  return keys.size > 0 && checks.every(([path]) => keys.has(path.at(-1) ?? ""));
}

/**
 * @param {Set<string>} texts
 * @param {Iterable<string>} more
 */
function addAll(texts, more) {
  for (const one of more) texts.add(one);
}
