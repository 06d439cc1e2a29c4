// From generator/targets/javascript/runtime/shapes.js by `python -m generator build`. Do not edit.
/** Which envelopes read a body: decided by its keys, and then by its values. */

import { checkOf, isDecimal } from "./values.js";

/** @import {Lookup} from "./lookup.js" */
/** @import {EnvelopeRow, SignatureRow} from "./rows.js" */
/** @import {Check, Fields, Path} from "./values.js" */

/** @typedef {ReadonlyMap<string, EnvelopeRow>} Rows envelopes by broker */

/** An envelope, with what is worked out once. */
class Envelope {
  /** @param {EnvelopeRow} row */
  constructor(row) {
    this.row = row;
    this.checks = row.when.map((condition) => /** @type {const} */ ([condition.path, checkOf(condition)]));
    const needed = row.when.filter(({ shape }) => shape !== "absent").map(({ path }) => path);
    /** The keys that a body has, and those that stated fields have. */
    this.firstKeys = needed.map(([key = ""]) => key);
    this.allKeys = needed.flat().filter((key) => !isDecimal(key));
    this.alike = JSON.stringify([row.when, row.message, row.code, row.status, row.inner, row.each]);
  }
}

/**
 * An envelope, for all brokers that have it alike.
 *
 * @typedef {object} Form
 * @property {Map<string, EnvelopeRow>} rows
 * @property {Path} message
 * @property {Path} code
 * @property {Path} inner
 * @property {Path} each
 * @property {readonly string[]} keys those that the form reads on a body's first level
 * @property {readonly (readonly [Path, Check])[]} checks
 * @property {string} alike
 */

/**
 * The envelopes that a set of keys leaves possible, and the signatures of body fields.
 *
 * @typedef {object} Shape
 * @property {readonly Form[]} forms
 * @property {readonly SignatureRow[]} fields
 */

/** Shapes that are remembered; then the memory starts anew. */
const MAX_SHAPES = 2000;

/** The shapes of bodies. */
export class Shapes {
  /** @param {Lookup} lookup */
  constructor(lookup) {
    this._lookup = lookup;
    /** @type {Map<string, Shape>} */
    this._known = new Map();
    this._envelopes = new Map(
      [...lookup.plans].map(([broker, plan]) => [broker, plan.envelopes.map((row) => new Envelope(row))]),
    );
  }

  /**
   * The shape of a body; of fields that a text states, only keys are known, not how they are nested.
   *
   * @param {Fields} fields
   * @returns {Shape}
   */
  of({ body, given: { broker }, stated }) {
    const keys = Object.keys(body);
    const key = JSON.stringify([broker, stated, keys]);
    let shape = this._known.get(key);
    if (!shape) {
      shape = this._made(keys, broker === null ? [...this._envelopes.keys()] : [broker], stated);
      if (this._known.size >= MAX_SHAPES) this._known.clear();
      this._known.set(key, shape);
    }
    return shape;
  }

  /**
   * @param {readonly string[]} keys
   * @param {readonly string[]} brokers
   * @param {boolean} stated
   * @returns {Shape}
   */
  _made(keys, brokers, stated) {
    const signatures = stated ? this._lookup.flatFields : this._lookup.fields;
    return {
      forms: this._forms(new Set(keys), brokers, stated),
      fields: keys.flatMap((key) => signatures.get(key) ?? []).filter((one) => brokers.includes(one.broker)),
    };
  }

  /**
   * One form for all brokers that have an envelope alike; each broker's stay in their order.
   *
   * @param {ReadonlySet<string>} keys
   * @param {readonly string[]} brokers
   * @param {boolean} stated
   */
  _forms(keys, brokers, stated) {
    /** @type {Form[]} */
    const forms = [];
    for (const broker of brokers) {
      let last = -1;
      for (const envelope of this._envelopes.get(broker) ?? []) {
        const needed = stated ? envelope.allKeys : envelope.firstKeys;
        if (!needed.every((key) => keys.has(key))) continue;
        const known = forms.findIndex((form, place) => place > last && form.alike === envelope.alike);
        const place = known < 0 || forms[known]?.rows.has(broker) ? forms.push(formOf(envelope)) - 1 : known;
        forms[place]?.rows.set(broker, envelope.row);
        last = place;
      }
    }
    return forms;
  }
}

/**
 * @param {Envelope} envelope
 * @returns {Form}
 */
function formOf({ row, checks, alike }) {
  const { message, code, inner, each } = row;
  const keys = [message, code].filter((path) => path.length === 1).flat();
  return { rows: new Map(), message, code, inner, each, keys, checks, alike };
}
