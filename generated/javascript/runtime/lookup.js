// From generator/targets/javascript/runtime/lookup.js by `python -m generator build`. Do not edit.
/** The rows of any number of brokers made ready: dictionaries, and templates that are compiled when needed. */

import { words } from "./fold.js";
import { Template } from "./template.js";

/** @import {Reading} from "./report.js" */
/** @import {ChannelRow, CodeSetRow, Common, LazyTemplateRow, Plan, SignatureRow} from "./rows.js" */
/** @import {Span} from "./template.js" */

/** How many of its first characters lead to a template. */
const BEGINNINGS = [16, 6];
/** How many of its last ones do, where it begins with a slot. */
const ENDING = 6;
/** So many first characters lead to the templates that begin alike. */
const OPENING = 4;
/** Statuses 400 to 499 are of class 4: a signature for it stands for those without one of their own. */
const CLASS = 100;

/** The codes that a vendor uses in one place, and what its codes look like. */
class CodeSet {
  /** @param {CodeSetRow} row */
  constructor(row) {
    this._pattern = new RegExp(`^(?:${row.pattern})$`, "u");
    this._codes = new Set(row.codes);
  }

  /**
   * Whether a code may be one of the vendor's, listed or not.
   *
   * @param {string} code
   */
  fits(code) {
    return this._codes.has(code) || this._pattern.test(code);
  }

  /**
   * The HTTP status that stands in a code which is not listed, where the vendor's codes have one.
   *
   * @param {string} code
   * @returns {number | null}
   */
  statusIn(code) {
    const status = this._codes.has(code) ? undefined : this._pattern.exec(code)?.[1];
    return status === undefined ? null : Number(status);
  }
}

/** What is looked up in the rows. */
export class Lookup {
  /**
   * @param {readonly Plan[]} plans
   * @param {Common} common
   */
  constructor(plans, common) {
    this.common = common;
    this.plans = new Map(plans.map((plan) => [plan.broker, plan]));
    this.codeSets = new Map(
      plans.map((plan) => [plan.broker, new Map(plan.codeSets.map((row) => [row.name, new CodeSet(row)]))]),
    );
    /** @type {Map<string, SignatureRow[]>} signatures by code */
    this.codes = new Map();
    /** @type {Map<string, SignatureRow[]>} signatures by broker and status */
    this._statuses = new Map();
    /** @type {Map<string, SignatureRow[]>} signatures of body fields, by the first key of their paths */
    this.fields = new Map();
    /** @type {Map<string, SignatureRow[]>} the same by the last key */
    this.flatFields = new Map();
    for (const signature of plans.flatMap((plan) => plan.signatures)) this._add(signature);
    this._templates = templatesOf(plans, common.levels);
    /** @type {Map<string, Template[]>} templates by their first characters, of which no slot is */
    this._openings = new Map();
    /** @type {Map<string, Template>} templates without slots, by the message as it is spelled and folded */
    this._exact = new Map();
    /** @type {Map<string, Template[]>} templates with slots, by the beginning or the end of the message */
    this._byEnds = new Map([["", []]]);
    for (const template of this.templates) this._file(template);
    /** Templates by the word that leads to them, and by the word that leads to their beginning. */
    this.anchors = this._ledTo(plans.map((plan) => plan.anchors));
    this.heads = this._ledTo(plans.map((plan) => plan.heads));
    /** @type {Map<string, string>} brokers by the codes that they alone have */
    this._telling = new Map();
    for (const { broker, codeSets } of plans) {
      for (const code of codeSets.flatMap((row) => row.telling)) this._telling.set(code, broker);
    }
  }

  /** @param {SignatureRow} signature */
  _add(signature) {
    const { kind, code, status, path, broker } = signature;
    if (kind === "code" && code !== null) push(this.codes, code, signature);
    else if (kind === "status" && status !== null) push(this._statuses, `${broker} ${status}`, signature);
    else if (path.length) {
      push(this.fields, path[0] ?? "", signature);
      push(this.flatFields, path.at(-1) ?? "", signature);
    }
  }

  /** @param {Template} template */
  _file(template) {
    const opening = template.literal(0);
    const ending = template.literal(-1);
    if (opening.length >= OPENING) push(this._openings, opening.slice(0, OPENING), template);
    if (!template.slots.length) {
      for (const text of [opening, ...template.row.spelled]) {
        this._exact.set(text, template).set(`${text}.`, template);
      }
      return;
    }
    const length = BEGINNINGS.find((one) => opening.length >= one);
    if (length) push(this._byEnds, `^${opening.slice(0, length)}`, template);
    else push(this._byEnds, ending.length >= ENDING ? `${ending.slice(-ENDING)}$` : "", template);
  }

  /**
   * The templates that begin like the text at that place.
   *
   * @param {string} low
   * @param {number} at
   */
  beginningAt(low, at) {
    return this._openings.get(low.slice(at, at + OPENING)) ?? [];
  }

  /**
   * @param {readonly ReadonlyMap<string, readonly string[]>[]} ways
   * @returns {ReadonlyMap<string, readonly Template[]>}
   */
  _ledTo(ways) {
    /** @type {Map<string, Set<Template>>} */
    const found = new Map();
    for (const [word, keys] of ways.flatMap((way) => [...way])) {
      const templates = keys.map((key) => /** @type {Template} */ (this._templates.get(key)));
      found.set(word, new Set([...(found.get(word) ?? []), ...templates]));
    }
    return new Map([...found].map(([word, templates]) => [word, [...templates]]));
  }

  /** All templates. */
  get templates() {
    return this._templates.values();
  }

  /**
   * The templates that are all of a folded message.
   *
   * @param {string} folded
   * @returns {[Template, readonly Span[]][]}
   */
  whole(folded) {
    const exact = this._exact.get(folded);
    const low = folded.replace(/\.$/, "");
    const keys = ["", ...BEGINNINGS.map((length) => `^${low.slice(0, length)}`), `${low.slice(-ENDING)}$`];
    const tried = keys.flatMap((key) => this._byEnds.get(key) ?? []);
    const withSlots = tried.flatMap((template) => {
      const spans = template.whole(low);
      return spans ? [/** @type {[Template, readonly Span[]]} */ ([template, spans])] : [];
    });
    return exact ? [[exact, []], ...withSlots] : withSlots;
  }

  /**
   * The templates all of whose words a text says.
   *
   * @param {string} text
   */
  saidIn(text) {
    const said = new Set(words(text));
    return [...said]
      .flatMap((word) => this.anchors.get(word) ?? [])
      .filter((template) => template.isSaid(said));
  }

  /**
   * The brokers that a text names, by their marks or hosts.
   *
   * @param {string} low
   */
  namedIn(low) {
    const named = [...this.plans.values()].filter((plan) => includesAny(low, [...plan.marks, ...plan.hosts]));
    return named.map((plan) => plan.broker);
  }

  /**
   * The broker of which, and of no other one, there are hosts.
   *
   * @param {readonly string[]} hosts
   */
  addressed(hosts) {
    const names = hosts.map((host) => `.${host}`);
    const addressed = [...this.plans.values()].filter((plan) =>
      plan.hosts.some((host) => names.some((name) => name.endsWith(`.${host}`))),
    );
    return addressed.length === 1 ? (addressed[0]?.broker ?? null) : null;
  }

  /**
   * The channel of a broker that a text names, by the channel's marks or hosts.
   *
   * @param {string | null} broker
   * @param {string} low
   */
  channelIn(broker, low) {
    return this._channels(broker).find((channel) => includesAny(low, channel.marks))?.id ?? null;
  }

  /**
   * The channel of a broker for what has a status or a code and no other channel.
   *
   * @param {string} broker
   */
  httpChannel(broker) {
    return this._channels(broker).find((channel) => channel.http)?.id ?? null;
  }

  /**
   * @param {string | null} broker
   * @returns {readonly ChannelRow[]}
   */
  _channels(broker) {
    return this.plans.get(broker ?? "")?.channels ?? [];
  }

  /**
   * The signatures of a broker for a status alone, else those for its class.
   *
   * @param {string} broker
   * @param {number | null} status
   * @returns {readonly SignatureRow[]}
   */
  ofStatus(broker, status) {
    if (status === null) return [];
    const found = this._statuses.get(`${broker} ${status}`);
    return found ?? this._statuses.get(`${broker} ${Math.trunc(status / CLASS)}`) ?? [];
  }

  /**
   * Whether a code may be of one of those sets of a broker.
   *
   * @param {string} broker
   * @param {readonly string[]} codeSets
   * @param {string} code
   */
  fits(broker, codeSets, code) {
    return codeSets.some((name) => this.codeSets.get(broker)?.get(name)?.fits(code));
  }

  /**
   * The HTTP status that stands in a code which is not listed.
   *
   * @param {string} broker
   * @param {readonly string[]} codeSets
   * @param {string} code
   */
  statusIn(broker, codeSets, code) {
    const statuses = codeSets.map((name) => this.codeSets.get(broker)?.get(name)?.statusIn(code) ?? null);
    return statuses.find((status) => status !== null) ?? null;
  }

  /**
   * The broker that alone has this code.
   *
   * @param {string | null} code
   */
  toldBy(code) {
    return this._telling.get(code ?? "") ?? null;
  }

  /**
   * Whether a reading has what the signature demands besides what it is looked up by.
   *
   * @param {SignatureRow} signature
   * @param {Reading} reading
   */
  admits(signature, reading) {
    const { kind, broker, channel, status, code, body } = signature;
    return (
      (channel === null || channel === reading.channelOf(this.httpChannel(broker))) &&
      (kind === "status" || status === null || status === reading.status) &&
      (kind === "code" || code === null || code === reading.code) &&
      (body === null || body === (reading.body ?? "text"))
    );
  }
}

/**
 * One template for each wording, whoever says it.
 *
 * @param {readonly Plan[]} plans
 * @param {readonly string[]} levels
 */
function templatesOf(plans, levels) {
  /** @type {Map<string, LazyTemplateRow>} */
  const rows = new Map();
  for (const row of plans.flatMap((plan) => plan.templates)) {
    const known = rows.get(row.key);
    rows.set(row.key, known?.with(row) ?? row);
  }
  return new Map([...rows].map(([key, row]) => [key, new Template(row, levels)]));
}

/**
 * @param {string} text
 * @param {readonly string[]} marks
 */
function includesAny(text, marks) {
  return marks.some((mark) => text.includes(mark));
}

/**
 * Add to a list of a map, which may not be there yet.
 *
 * @template T
 * @param {Map<string, T[]>} lists
 * @param {string} key
 * @param {T} item
 */
export function push(lists, key, item) {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
