// This line is another one in the package: it says where the module is from.
/** The words of a text, and what they lead to: on most texts nothing, and that is decided first. */

import { Folded, hidesWords, lowered, words } from "./fold.js";
import { hosts, mayBeStatus } from "./stated.js";
import { Triggers } from "./triggers.js";

/** @import {TextForm, TextForms} from "./forms.js" */
/** @import {Lookup} from "./lookup.js" */
/** @import {Template} from "./template.js" */

/** A text may break off in a message if its early words are among its last ones. */
const LAST_WORDS = 24;

/**
 * The words of a text that lead somewhere, all of its words, and the folded text if it was needed.
 *
 * @typedef {object} Heard
 * @property {readonly string[]} hits
 * @property {readonly string[]} spoken
 * @property {Folded | null} folded
 * @property {string | null} broker the one to whose hosts the text has addresses, if nobody has named one
 */

/**
 * What the words of a text lead to.
 *
 * @typedef {object} Led
 * @property {readonly Template[]} templates
 * @property {readonly Template[]} cuts
 * @property {readonly TextForm[]} forms
 * @property {readonly string[]} statuses
 * @property {readonly string[]} codes
 * @property {readonly (readonly [broker: string, code: string])[]} names
 * @property {boolean} fields
 */

/** Hears what texts say. */
export class Hearing {
  /**
   * @param {Lookup} lookup
   * @param {TextForms} forms
   */
  constructor(lookup, forms) {
    this._lookup = lookup;
    this._forms = forms;
    this._triggers = new Triggers(lookup, forms);
  }

  /**
   * The words of a text, if one of them leads anywhere.
   *
   * @param {string} text
   * @param {boolean} named whether the broker is known
   * @returns {Heard | null}
   */
  hear(text, named) {
    const folded = hidesWords(text) ? new Folded(text) : null;
    const broker = named ? null : this._lookup.addressed(hosts(folded?.low ?? lowered(text)));
    const isNamed = named || broker !== null;
    const spoken = words(folded?.low ?? text);
    const wanted = this._triggers.of(isNamed, text.includes("{"));
    const hits = [...new Set(spoken.filter((word) => wanted.has(word)))].sort();
    const says = hits.length > 0 || (isNamed && this._triggers.brokenOff(spoken).length > 0);
    return says ? { hits, spoken, folded, broker } : null;
  }

  /**
   * What the words of a text lead to; null for nothing.
   *
   * @param {string} text
   * @param {Heard} heard
   * @param {string | null} broker
   * @returns {Led | null}
   */
  lead(text, { hits, spoken }, broker) {
    const { anchors, heads } = this._lookup;
    const { names, numbers, fields, statuses } = this._triggers;
    const said = new Set(spoken);
    const last = new Set(spoken.slice(-LAST_WORDS));
    const begun = led(
      heads,
      hits.filter((word) => last.has(word)),
    ).filter((template) => template.isBegun(last));
    const isOf = (/** @type {Template} */ template) =>
      broker === null || template.signatures.some((signature) => signature.broker === broker);
    const isOfForm = (/** @type {TextForm} */ form) => (broker ?? form.broker) === form.broker;
    const all = {
      templates: led(anchors, hits).filter((template) => template.isSaid(said) && isOf(template)),
      cuts: broker === null ? [] : [...begun, ...this._triggers.brokenOff(spoken)].filter(isOf),
      forms: led(this._forms.byWord, hits).filter((form) => form.isSaid(said) && isOfForm(form)),
      statuses: broker === null ? [] : hits.filter((word) => statuses.has(word) && mayState(text, word)),
      codes: led(numbers, hits),
      names: led(names, hits),
      fields: /[{:=]/.test(text) && hits.some((word) => fields.has(word)),
    };
    return Object.values(all).some((one) => (Array.isArray(one) ? one.length : one)) ? all : null;
  }
}

/**
 * What the words lead to.
 *
 * @template T
 * @param {ReadonlyMap<string, readonly T[]>} lists
 * @param {readonly string[]} hits
 */
function led(lists, hits) {
  return hits.flatMap((word) => lists.get(word) ?? []);
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
