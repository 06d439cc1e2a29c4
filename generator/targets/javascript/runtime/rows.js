// This line is another one in the package: it says where the module is from.
/**
 * The plan of a broker as rows: what the catalog knows, in the form in which matching reads it.
 *
 * A plan comes as compact data, without what follows from the rest; here it is made whole.
 */

import { lowered } from "./fold.js";

/** What a message gains by standing where the broker keeps its messages. */
export const MESSAGE_IN_FIELD = 50;
/** What a status gains by standing in a code, which it does not have from somebody else. */
export const CODE_WITH_STATUS = 90;
/** The rank of a message within which the text ends: it may have gone on otherwise. */
export const CUT_OFF = 3500;
export const CUT_OFF_FALLBACK = 1350;
/** The rank of a short message that a sentence mentions: it may be a part of another one. */
export const MENTIONED = 2900;
export const MENTIONED_FALLBACK = 1340;
/** From this rank on a finding of one broker keeps another's from being the answer. */
export const TELLS_BROKER = 3000;
/** How much a signature counts by what it looks at; less one for each entry that is more specific. */
const RANKS = { field: 6000, message: 5000, code: 4000, status: 3000 };
/** The same for entries that stand for what no other entry names. */
const FALLBACK_RANKS = { message: 1400, code: 1300, status: 1200, field: 1100 };

/** How much of a message has to be left for a text to break off in it. */
const CUT_SHARE = 0.6;
/** Words: short messages are a part of many a sentence, the shortest ones are hardly more than a word. */
const SHORT = 4;
const SHORTEST = 2;

const SLOT = /\{([a-z_][a-z0-9_]*:[a-z]+)\}/;
const WORD = /[a-z0-9_]+/g;

/** @typedef {"field" | "message" | "code" | "status"} Kind */
/** @typedef {"any" | "no_sentence" | "nothing"} Beside */

/**
 * One way to recognize an entry. What is null is not required.
 *
 * @typedef {object} SignatureRow
 * @property {string} entry the full id
 * @property {string} broker
 * @property {Kind} kind what decides
 * @property {number} rank
 * @property {boolean} fallback
 * @property {boolean} unmistakable whether the signature alone tells the broker
 * @property {string | null} channel
 * @property {number | null} status one digit stands for its class
 * @property {string | null} code
 * @property {string | null} body empty or html
 * @property {readonly string[]} path of the kind field
 * @property {string | null} value what stands at the path
 * @property {readonly string[]} beside a second field that has to be there
 */

/**
 * A message template and the signatures that have it.
 *
 * @typedef {object} TemplateRow
 * @property {string} key the folded template
 * @property {readonly string[]} spelled the vendor's own spellings
 * @property {readonly string[]} pieces literals and slots (`name:type`) in turn, a literal first and last
 * @property {readonly string[]} words the literal words that touch no slot
 * @property {readonly string[]} early those of the first part, by which a cut-off message is known
 * @property {Beside} beside what may stand beside the message in a sentence
 * @property {boolean} exactCase whether within a text only the vendor's spelling counts
 * @property {readonly SignatureRow[]} signatures
 */

/**
 * The same, its words found out when they are first asked for: of most templates no text ever asks.
 *
 * @implements {TemplateRow}
 */
export class LazyTemplateRow {
  /**
   * @param {readonly string[]} pieces
   * @param {readonly string[]} spelled
   * @param {boolean} exactCase
   * @param {readonly SignatureRow[]} signatures
   */
  constructor(pieces, spelled, exactCase, signatures) {
    this.key = keyOf(pieces);
    this.pieces = pieces;
    this.spelled = spelled;
    this.exactCase = exactCase;
    this.signatures = signatures;
    /** @type {readonly string[] | undefined} */
    this._words = undefined;
    /** @type {readonly string[] | undefined} */
    this._early = undefined;
    /** @type {Beside | undefined} */
    this._beside = undefined;
  }

  get words() {
    this._words ??= distinct(literalWords(this.pieces).map(([word]) => word));
    return this._words;
  }

  get early() {
    this._early ??= early(this.pieces, saidIn(this.pieces));
    return this._early;
  }

  get beside() {
    this._beside ??= besideOf(saidIn(this.pieces), this.pieces.length > 1);
    return this._beside;
  }

  /**
   * The same wording as another broker has it too.
   *
   * @param {TemplateRow} other
   */
  with(other) {
    const spelled = [...this.spelled, ...other.spelled];
    const signatures = [...this.signatures, ...other.signatures];
    return new LazyTemplateRow(this.pieces, spelled, this.exactCase, signatures);
  }
}

/**
 * What a body must have at a path.
 *
 * @typedef {object} ConditionRow
 * @property {readonly string[]} path
 * @property {string} shape
 * @property {unknown} [value]
 */

/**
 * A form in which a broker wraps an error or a good answer, and where it keeps what.
 *
 * @typedef {object} EnvelopeRow
 * @property {string} id
 * @property {string} broker
 * @property {readonly ConditionRow[]} when
 * @property {string | null} channel
 * @property {readonly string[]} status
 * @property {readonly string[]} code
 * @property {readonly string[]} codeSets
 * @property {readonly string[]} message
 * @property {readonly string[]} requestId
 * @property {readonly string[]} inner what holds the error itself
 * @property {readonly string[]} each what holds a list of errors
 * @property {boolean} single whether the form is a body by itself and no item of a list
 * @property {boolean} success
 * @property {boolean} unmistakable
 */

/**
 * The codes that a vendor uses in one place.
 *
 * @typedef {object} CodeSetRow
 * @property {string} name
 * @property {string} pattern what its codes look like, listed or not; a group in it holds the HTTP status
 * @property {readonly string[]} codes
 * @property {readonly string[]} telling those that nobody else has
 */

/**
 * A form in which a client or the broker writes an error as text. Its slots are the fields of a body.
 *
 * @typedef {object} FormRow
 * @property {string} id
 * @property {string} broker
 * @property {readonly string[]} pieces
 * @property {string} trigger the word that leads to it; where it is empty, the broker's codes do
 * @property {readonly string[]} words
 * @property {boolean} unmistakable
 */

/**
 * A way in which answers travel, and how it is told: by the host that was called or by words.
 *
 * @typedef {object} ChannelRow
 * @property {string} id
 * @property {boolean} http
 * @property {readonly string[]} marks
 * @property {readonly string[]} framing what its frames have before a JSON value
 */

/**
 * How long to wait, in seconds, and what states it.
 *
 * @typedef {object} Wait
 * @property {number} [seconds] how long, where the answer states nothing
 * @property {string} [field] the body field that states the seconds
 * @property {string} [header] the header that states the seconds, or the end as an HTTP date
 * @property {string} [until_header] the header that states the end as UNIX time
 * @property {number} [cap] seconds above which a stated wait is not believed
 * @property {readonly string[]} [echo] the body fields that are sent back with the request
 */

/**
 * The facts of an entry that programs branch on.
 *
 * @typedef {object} EntryRow
 * @property {string} category
 * @property {string} outcome
 * @property {string} retry
 * @property {string} retryRead
 * @property {boolean} fallback
 * @property {boolean} mayRepeat whether the answer may follow an earlier attempt that arrived
 * @property {Wait | null} wait
 * @property {readonly string[]} fields body fields that become params
 */

/**
 * What a broker says about its operations, as templates such as `GET /v2/orders/{order_id}`.
 *
 * @typedef {object} Operations
 * @property {readonly string[]} reads what only reads although its method does not say so
 * @property {readonly string[]} writes what changes something although its method does not say so
 * @property {readonly (readonly [operation: string, field: string])[]} keys
 */

/**
 * All that matching needs of one broker.
 *
 * @typedef {object} Plan
 * @property {string} broker
 * @property {readonly string[]} marks
 * @property {readonly string[]} hosts
 * @property {readonly ChannelRow[]} channels
 * @property {readonly CodeSetRow[]} codeSets
 * @property {readonly EnvelopeRow[]} envelopes
 * @property {readonly FormRow[]} forms
 * @property {readonly LazyTemplateRow[]} templates
 * @property {readonly string[]} fields
 * @property {ReadonlyMap<string, readonly string[]>} anchors
 * @property {ReadonlyMap<string, readonly string[]>} heads
 * @property {readonly SignatureRow[]} signatures
 * @property {ReadonlyMap<string, EntryRow>} entries
 * @property {Operations} operations
 */

/**
 * What everybody writes alike: HTTP statuses and reason phrases, log levels.
 *
 * @typedef {object} Common
 * @property {readonly (readonly [first: number, last: number])[]} codes the statuses that a text may state
 * @property {readonly string[]} before words that make a number behind them a status
 * @property {readonly string[]} beforeClosed those that do so only where the number ends in a sign
 * @property {readonly string[]} behind words that do so behind it
 * @property {readonly string[]} phrases
 * @property {readonly string[]} levels
 * @property {readonly string[]} introducing words between which and the next a sentence mentions a message
 * @property {readonly string[]} continuing
 */

/**
 * A signature as compact data: the entry's id, or what differs from the usual, paths with dots. `below` says
 * how many entries are more specific.
 *
 * @typedef {Partial<Omit<SignatureRow, "rank" | "path" | "beside">> & {below?: number, path?: string, beside?: string}} Unusual
 * @typedef {string | (Unusual & {entry: string})} SignatureData
 */

/**
 * A template as compact data: its text (the vendor's spelling where it has no slot, more of them where there
 * are), the words that lead to it and to its beginning, and its signatures.
 *
 * @typedef {[text: string | string[] | {pieces: string[], spelled: string[]}, led: string, ...SignatureData[]]} TemplateData
 */

/**
 * An envelope as compact data: what differs from the usual, paths with dots.
 *
 * @typedef {object} EnvelopeData
 * @property {string} id
 * @property {[path: string, shape: string, value?: unknown][]} when
 * @property {string} [channel]
 * @property {string} [status]
 * @property {string} [code]
 * @property {string[]} [codeSets]
 * @property {string} [message]
 * @property {string} [requestId]
 * @property {string} [inner]
 * @property {string} [each]
 * @property {boolean} [single]
 * @property {boolean} [success]
 * @property {boolean} [unmistakable]
 */

/**
 * An entry as compact data: category, outcome and retry in one text, the retry of reads where it is another
 * one; the rest beside.
 *
 * @typedef {string | [words: string, rest: Partial<EntryRow>]} EntryData
 */

/**
 * A broker as compact data.
 *
 * @typedef {object} BrokerData
 * @property {string} broker
 * @property {string[]} marks
 * @property {string[]} hosts
 * @property {[id: string, http?: boolean, marks?: string[], framing?: string[]][]} channels
 * @property {[name: string, pattern: string, codes: string[], telling: string[]][]} codeSets
 * @property {EnvelopeData[]} envelopes
 * @property {[id: string, text: string | string[], trigger: string, unmistakable?: boolean][]} forms
 * @property {string[]} fields
 * @property {TemplateData[]} templates
 * @property {SignatureData[]} signatures
 * @property {Record<string, EntryData>} entries
 * @property {Operations} operations
 */

/**
 * The plan that compact data stands for.
 *
 * @param {BrokerData} data
 * @param {Common} common
 * @returns {Plan}
 */
export function planOf(data, common) {
  const { broker, marks, hosts, fields, operations } = data;
  const rows = data.templates.map((one) => templateRow(one, broker, common.phrases));
  const keys = rows.map((row) => row.key);
  const led = data.templates.map(([, words]) => words.split(" "));
  return {
    broker,
    marks,
    hosts,
    channels: data.channels.map(([id, http = false, marks = [], framing = []]) => ({
      id,
      http,
      marks,
      framing,
    })),
    codeSets: data.codeSets.map(([name, pattern, codes, telling]) => ({ name, pattern, codes, telling })),
    envelopes: data.envelopes.map((one) => envelopeRow(one, broker)),
    forms: data.forms.map(([id, text, trigger, unmistakable = false]) => {
      const pieces = typeof text === "string" ? text.split(SLOT) : text;
      return {
        id,
        broker,
        pieces,
        trigger,
        words: distinct(literalWords(pieces).map(([word]) => word)),
        unmistakable,
      };
    }),
    templates: rows,
    fields,
    anchors: grouped(
      led.map(([anchor]) => anchor),
      keys,
    ),
    heads: grouped(
      led.map(([anchor, head]) => head ?? anchor),
      keys,
    ),
    signatures: data.signatures.map((one) => signatureRow(one, broker, "status")),
    entries: new Map(Object.entries(data.entries).map(([id, one]) => [`${broker}.${id}`, entryRow(one)])),
    operations,
  };
}

/**
 * @param {TemplateData} data
 * @param {string} broker
 * @param {readonly string[]} phrases
 */
function templateRow([text, , ...signatures], broker, phrases) {
  const { pieces, spelled } = typeof text === "object" && "pieces" in text ? text : piecesOf(text);
  const exactCase = pieces.length === 1 && phrases.includes(keyOf(pieces).replace(/\.+$/, ""));
  const rows = signatures.map((one) => signatureRow(one, broker, "message"));
  return new LazyTemplateRow(pieces, spelled, exactCase, rows);
}

/**
 * The folded template as text.
 *
 * @param {readonly string[]} pieces
 */
function keyOf(pieces) {
  return pieces.map((piece, number) => (number % 2 ? `{${piece}}` : piece)).join("");
}

/**
 * The words of the literals.
 *
 * @param {readonly string[]} pieces
 */
function saidIn(pieces) {
  return pieces.flatMap((piece, number) => (number % 2 ? [] : (piece.match(WORD) ?? [])));
}

/**
 * @param {string | string[]} text
 * @returns {{pieces: string[], spelled: string[]}}
 */
function piecesOf(text) {
  const spelled = typeof text === "string" ? [text] : text;
  const pieces = /** @type {string} */ (spelled[0]).split(SLOT);
  return pieces.length > 1
    ? { pieces, spelled: [] }
    : { pieces: [lowered(/** @type {string} */ (spelled[0]))], spelled: spelled };
}

/**
 * The words of the literals that touch no slot, each with where it ends in the literal text.
 *
 * @param {readonly string[]} pieces
 */
function literalWords(pieces) {
  /** @type {[word: string, end: number][]} */
  const found = [];
  let done = 0;
  for (let number = 0; number < pieces.length; number += 2) {
    const literal = /** @type {string} */ (pieces[number]);
    for (const { 0: word, index } of literal.matchAll(WORD)) {
      const end = index + word.length;
      const touchesSlot =
        (index === 0 && number > 0) || (end === literal.length && number < pieces.length - 1);
      if (!touchesSlot) found.push([word, done + end]);
    }
    done += literal.length;
  }
  return found;
}

/**
 * The words of that part of a message which is left of it when it is cut off.
 *
 * @param {readonly string[]} pieces
 * @param {readonly string[]} said
 */
function early(pieces, said) {
  const [first] = said;
  if (first === undefined || said.length < SHORTEST) return [];
  const length = pieces.reduce((sum, piece, number) => sum + (number % 2 ? 0 : piece.length), 0);
  const room = Math.max(CUT_SHARE * length, said.length === SHORTEST ? first.length : 0);
  return distinct(literalWords(pieces).flatMap(([word, end]) => (end <= room ? [word] : [])));
}

/**
 * @param {readonly string[]} said
 * @param {boolean} hasSlots
 * @returns {Beside}
 */
function besideOf(said, hasSlots) {
  if (said.length <= SHORTEST && !hasSlots) return "nothing";
  const namesField = said.some((word) => word.includes("_"));
  return said.length < SHORT || (said.length === SHORT && !namesField) ? "no_sentence" : "any";
}

/**
 * @param {SignatureData} data
 * @param {string} broker
 * @param {Kind} usual
 * @returns {SignatureRow}
 */
function signatureRow(data, broker, usual) {
  const given = typeof data === "string" ? { entry: data } : data;
  const { entry, below = 0, kind = usual, fallback = false, unmistakable = false } = given;
  const { channel = null, status = null, code = null, body = null, value = null, path, beside } = given;
  return {
    entry: `${broker}.${entry}`,
    broker,
    kind,
    rank: (fallback ? FALLBACK_RANKS : RANKS)[kind] - below,
    fallback,
    unmistakable,
    channel,
    status,
    code,
    body,
    path: pathOf(path),
    value,
    beside: pathOf(beside),
  };
}

/**
 * Whether another entry is more specific than the one of a signature.
 *
 * @param {SignatureRow} signature
 */
export function isSurpassed({ rank, fallback, kind }) {
  return rank < (fallback ? FALLBACK_RANKS : RANKS)[kind];
}

/**
 * @param {EnvelopeData} data
 * @param {string} broker
 * @returns {EnvelopeRow}
 */
function envelopeRow(data, broker) {
  const { id, channel = null, codeSets = [], single = false, success = false, unmistakable = false } = data;
  return {
    id,
    broker,
    when: data.when.map(([path, shape, value]) => ({ path: pathOf(path), shape, value })),
    channel,
    status: pathOf(data.status),
    code: pathOf(data.code),
    codeSets,
    message: pathOf(data.message),
    requestId: pathOf(data.requestId),
    inner: pathOf(data.inner),
    each: pathOf(data.each),
    single,
    success,
    unmistakable,
  };
}

/** @param {string | undefined} path */
function pathOf(path) {
  return path === undefined ? [] : path.split(".");
}

/**
 * @param {EntryData} data
 * @returns {EntryRow}
 */
function entryRow(data) {
  const [words, rest] = typeof data === "string" ? [data, {}] : data;
  const [category = "", outcome = "", retry = "", retryRead = retry] = words.split(" ");
  return {
    fallback: false,
    mayRepeat: false,
    wait: null,
    fields: [],
    ...rest,
    category,
    outcome,
    retry,
    retryRead,
  };
}

/**
 * @param {readonly (string | undefined)[]} words
 * @param {readonly string[]} keys
 */
function grouped(words, keys) {
  /** @type {Map<string, string[]>} */
  const led = new Map();
  for (const [number, word] of words.entries()) {
    if (word) led.set(word, [...(led.get(word) ?? []), /** @type {string} */ (keys[number])]);
  }
  return led;
}

/** @param {string[]} items */
function distinct(items) {
  return [...new Set(items)];
}
