// The search: MiniSearch finds candidates, the brokers' own words decide their order. Loaded when the dialog is first opened.
self.brokerErrorsFind = (() => {
  const SHOWN = 20;
  /** Texts of fewer words than this are typed: their last word may be unfinished, and others misspelled. */
  const FEW = 7;
  const WORD = /[\p{L}\p{N}_]+/gu;
  let index;
  let documents;
  let data;

  /** As the matcher folds a message: one blank, straight quotes, lower case, no full stop at the end. */
  const folded = (text) => text.normalize("NFKC").replace(/\\(["\\/])/g, "$1").replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"').replace(/\s+/g, " ").trim().toLowerCase();
  /** The literal pieces of a message template. */
  const pieces = (message) => folded(message.replace(/\{[a-z][a-z0-9_]*:[a-z]+\}/g, "\u0000").replaceAll("{{", "{").replaceAll("}}", "}")).replace(/\.$/, "").split("\u0000");
  const tokens = (text) => text.match(WORD) || [];

  /** How much of the text a message explains: all its pieces, in their order; 0 where one is missing. */
  function said(message, text) {
    let at = 0;
    let length = 0;
    for (const piece of message) {
      const found = text.indexOf(piece, at);
      if (found < 0) return 0;
      at = found + piece.length;
      length += piece.replace(/\W/g, "").length;
    }
    return length;
  }

  async function ready() {
    if (index) return;
    await Promise.all([load("vendor/minisearch-7.2.0.js"), load("documents.js")]);
    data = BROKER_ERRORS_DOCUMENTS;
    const entries = data.entries.map(([id, title, messages, statuses, codes, also, outcome, retry, fallback], number) => ({
      id: number, key: id, title, messages, statuses, codes, outcome, retry, fallback, path: `${id.replace(".", "/")}/`, folded: messages.map(pieces),
      name: id, words: messages.join("\n").replace(/\{[a-z][a-z0-9_]*:[a-z]+\}/g, " "), code: codes.join(" "), status: statuses.join(" "), also,
    }));
    const codes = data.codes.map(([broker, code, count, path], number) => ({
      id: entries.length + number, key: `${broker} ${code}`, title: `Code ${code}`, of: broker, exact: code, count, path, messages: [], statuses: [], codes: [], folded: [],
      name: "", words: "", code, status: "", also: data.brokers[broker],
    }));
    documents = [...entries, ...codes];
    const made = new MiniSearch({
      fields: ["title", "name", "words", "code", "status", "also"],
      tokenize: (text) => tokens(text).flatMap((word) => (word.includes("_") ? [word, ...word.split("_").filter(Boolean)] : [word])),
      searchOptions: { boost: { words: 3, title: 2, code: 3, name: 2, status: 2 } },
    });
    made.addAll(documents);
    index = made;
  }

  /** Documents for a text, best first: what says all of a message, then what MiniSearch finds. */
  function search(text) {
    const asked = folded(text);
    if (!asked) return [];
    const few = tokens(asked).length < FEW;
    const loose = few ? { prefix: (word, at, all) => at === all.length - 1 && word.length > 1, fuzzy: (word) => (word.length > 4 && !/\d/.test(word) ? 0.2 : false) } : {};
    const scores = new Map(index.search(asked, loose).map((hit) => [hit.id, hit.score]));
    const found = [];
    for (const one of documents) {
      const own = Math.max(0, ...one.folded.map((message) => said(message, asked)));
      const exact = one.exact !== undefined && one.exact.toLowerCase() === asked;
      const named = one.key.toLowerCase() === asked || one.key.split(".").pop() === asked.replace(/^\w+\./, "") || one.status === asked;
      const codes = own && one.codes.some((code) => tokens(asked).includes(code.toLowerCase())) ? 1 : 0;
      if (!scores.has(one.id) && own < 8 && !exact) continue;
      found.push([exact ? 1e6 : named ? 1e5 + (one.fallback ? 1 : 0) : 0, own >= 8 ? own : 0, codes, scores.get(one.id) || 0, one]);
    }
    found.sort((a, b) => b[0] - a[0] || b[1] - a[1] || b[2] - a[2] || b[3] - a[3]);
    return found.slice(0, SHOWN).map((row) => row[4]);
  }

  const longer = (text) => new Set(tokens(folded(text)).filter((word) => word.length > 3));
  /** Entries of which a line says at least half of the longer words of a message, and two: what it may be, where nothing fits. */
  function near(text) {
    const lines = text.split("\n").map(longer);
    const hits = index.search(folded(text), { fields: ["words"] }).map((hit) => documents[hit.id]);
    return hits.filter((one) => one.exact === undefined && !one.fallback && one.messages.some((message) => {
      const words = [...longer(message.replace(/\{[a-z][a-z0-9_]*:[a-z]+\}/g, " "))];
      const shared = Math.max(...lines.map((line) => words.filter((word) => line.has(word)).length));
      return shared > 1 && shared * 2 >= words.length;
    }));
  }

  function marked(message, asked) {
    const words = new Set(tokens(asked));
    return message.split(/(\{[a-z][a-z0-9_]*:[a-z]+\})/).map((part) => {
      const slot = /^\{([a-z][a-z0-9_]*):/.exec(part);
      if (slot) return `<span class="slot">${slot[1]}</span>`;
      return part.replaceAll("{{", "{").replaceAll("}}", "}").split(/([\p{L}\p{N}_]+)/u).map((word) => (words.has(word.toLowerCase()) ? `<mark>${escaped(word)}</mark>` : escaped(word))).join("");
    }).join("");
  }
  const best = (one, asked) => one.messages[one.folded.map((message, at) => [said(message, asked), at]).sort((a, b) => b[0] - a[0])[0][1]];
  function item(one, asked) {
    const about = one.exact === undefined
      ? `${one.messages.length && !one.fallback ? `<p class="mono">${marked(best(one, asked), asked)}</p>` : `<p class="mono">${escaped(one.key)}</p>`}<p class="row"><span class="tag">${escaped(data.brokers[one.key.split(".")[0]])}</span>${chip("outcome", one.outcome)}${one.outcome === "unknown" && one.retry === "reconcile" ? "" : chip("retry", one.retry)}</p>`
      : `<p>${escaped(data.brokers[one.of])}: ${one.count === 1 ? "1 error has" : `${one.count} errors share`} this code.</p>`;
    return `<li><a href="${address(one.path)}" data-id="${escaped(one.key)}"><p><b>${escaped(one.title)}</b></p>${about}</a></li>`;
  }
  const chip = (kind, value) => `<span class="chip" data-${kind}="${value}">${icon(value)}${escaped(data.words[value])}</span>`;

  function draw() {
    const text = $("#find-q").value;
    const found = search(text);
    $("#find-list").innerHTML = found.map((one) => item(one, folded(text))).join("");
    $("#find-none").textContent = text.trim() ? (found.length ? "" : "Nothing found. A few words of the message, a code or a status will do.") : "";
    $("#find-list a")?.setAttribute("data-first", "");
  }
  let attached = false;
  async function attach() {
    if (attached) return;
    attached = true;
    await ready();
    const field = $("#find-q");
    field.addEventListener("input", draw);
    field.form.addEventListener("submit", (event) => {
      event.preventDefault();
      const first = $("#find-list a");
      if (first) location.href = first.href;
    });
    find.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      const all = [field, ...$$("#find-list a")];
      all[(all.indexOf(document.activeElement) + step + all.length) % all.length].focus();
    });
    draw();
  }
  return { attach, ready, search, near };
})();
