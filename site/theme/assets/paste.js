// The paste box: what is pasted is matched here, in the browser, and answered in place. Nothing leaves the page.
{
  const PAUSE = 120;
  const NEAR = 3;
  const MOST_LINES = 300;
  const SHORTEST = 8;
  /** How many lines the log has with which the matcher is warmed up. */
  const WARMING = 40;
  /** Outcomes, in the order in which several errors are shown. */
  const WORST = ["unknown", "partly_applied", "applied", "not_applied"];
  /** A line that is part of a body laid out over several lines. */
  const FRAGMENT = /^(?:"[^"]*":|[\]}],?$)/;
  const box = $("#paste");
  const home = $("#paste-box");
  const answer = $("#answer");
  const empty = answer.innerHTML;
  let data;
  let matcher;
  let last = "";

  const ready = once(async () => {
    const [module, response] = await Promise.all([import(`${base}assets/broker-errors/index.js`), fetch(`${base}assets/answers.json`)]);
    if (!response.ok) throw new Error(`answers.json: ${response.status}`);
    [matcher, data] = [module, await response.json()];
    fillChoices();
    warmUp();
  });
  function once(make) {
    let made;
    return () => (made ||= make().catch((error) => { made = undefined; throw error; }));
  }

  /** The first matches of a matcher make its tables and its expressions: here nobody waits for them. */
  function warmUp() {
    const said = Object.values(data.entries).map((entry) => plainHead(entry));
    const log = Array.from({ length: WARMING }, (_, at) => said[Math.floor((at * said.length) / WARMING)]).join("\n");
    for (const broker of [null, ...data.brokers.map((one) => one.id)]) whenIdle(() => errorsIn(log, { broker }));
  }
  const whenIdle = self.requestIdleCallback || setTimeout;

  // choices

  const brokerOf = (id) => data.brokers.find((one) => one.id === id);
  function fillChoices() {
    const brokers = $("#paste-broker");
    if (brokers.options.length > 1) return;
    for (const one of data.brokers) brokers.add(new Option(one.name, one.id));
    const operations = $("#paste-operation");
    for (const one of data.brokers) {
      const group = document.createElement("optgroup");
      group.label = one.name;
      for (const operation of one.operations) group.append(new Option(operation, `${one.id} ${operation}`));
      operations.append(group);
    }
  }
  /** What was sent: null where it is not known, else whether it only read. */
  function sent() {
    const value = $("#paste-operation").value;
    if (value === "") return { operation: null, reads: null };
    if (value === "read" || value === "write") return { operation: value, reads: value === "read" };
    const [broker, ...operation] = value.split(" ");
    return { operation: operation.join(" "), broker, reads: brokerOf(broker).reads.includes(operation.join(" ")) };
  }

  // finding

  /** The broker that is chosen, that has the chosen operation, or else the only one that the text names. */
  function brokerFor(text) {
    const chosen = $("#paste-broker").value || sent().broker;
    const low = text.toLowerCase();
    const named = data.brokers.filter((one) => one.marks.some((mark) => low.includes(mark))).map((one) => one.id);
    const found = chosen || (named.length === 1 ? named[0] : "");
    $("#paste-broker").options[0].text = !chosen && found ? `${brokerOf(found).name} (found)` : "From the text";
    return found;
  }
  /** Errors of a text. A log can hold several: each of its lines is asked too, once the text is known to be an error. */
  function errorsIn(text, options) {
    const whole = distinct(matcher.matchAll(text, options));
    const lines = text.split("\n").map((line) => line.trim()).filter((line) => line.length > SHORTEST && !FRAGMENT.test(line));
    if (!whole.length || lines.length < 2 || lines.length > MOST_LINES) return whole;
    return distinct([...whole, ...lines.flatMap((line) => [...matcher.matchAll(line, options)])]);
  }
  /** What a text is, and what is not certain of it: errors that are known, else those it would be of each broker or by a bare code. */
  function recognized(text) {
    const broker = brokerFor(text);
    const found = errorsIn(text, broker ? { broker } : {});
    if (found.length) return { found, doubt: null };
    const guesses = broker ? [] : data.brokers.flatMap((one) => [...matcher.matchAll(text, { broker: one.id })].slice(0, 1));
    if (guesses.length) return { found: distinct(guesses), doubt: "broker" };
    const owners = data.brokers.filter((one) => Object.hasOwn(one.codes, text) && (!broker || one.id === broker));
    const coded = distinct(owners.flatMap((one) => ofCode(text, one.id)));
    const alone = coded.length === 1 && !entryOf(coded[0]).fallback;
    return { found: coded, doubt: !alone ? "code" : broker ? null : "broker" };
  }
  /** What a bare code stands for: what the matcher says of it where no message is known, else the few entries that have it. */
  function ofCode(code, broker) {
    const said = [...matcher.matchAll(`code ${code}`, { broker })];
    if (said.length) return said;
    const having = Object.keys(data.entries).filter((id) => id.startsWith(`${broker}.`) && data.entries[id].codes?.includes(code));
    return having.length > NEAR ? [] : having.map((error) => ({ error, matchedOn: "code", params: {} }));
  }
  function distinct(matches) {
    const seen = new Map();
    for (const match of matches) if (!seen.has(match.error) && data.entries[match.error]) seen.set(match.error, match);
    return [...seen.values()];
  }
  const entryOf = (match) => ({ id: match.error, broker: match.error.split(".")[0], ...data.entries[match.error] });
  const told = (number) => { const [question, value, words, note] = data.answers[number]; return { question, value, words, note }; };
  const outcomeOf = (entry) => told(entry.said[0]);
  /** A catch-all is not certain, unless a status decided that the effect is open: that holds whatever the message. */
  const certain = (entry, match) => !entry.fallback || (match.matchedOn === "status" && outcomeOf(entry).value === "unknown");

  // drawing

  const head = (text) => text.split(/(\{[a-z][a-z0-9_]*:[a-z]+\})/).map((part) => {
    const slot = /^\{([a-z][a-z0-9_]*):([a-z]+)\}$/.exec(part);
    return slot ? `<span class="slot" title="${slot[2]}">${slot[1]}</span>` : escaped(part.replaceAll("{{", "{").replaceAll("}}", "}"));
  }).join("");
  const plainHead = (entry) => (entry.head || entry.title).replace(/\{([a-z][a-z0-9_]*):[a-z]+\}/g, "$1");
  const prose = (text) => escaped(text).replace(/&#96;([^&]*)&#96;|`([^`]*)`/g, "<code>$1$2</code>");
  const pathOf = (entry) => `${entry.broker}/${entry.id.slice(entry.broker.length + 1)}/`;
  const broken = (id) => escaped(id).replace(/([._])(?=\w)|([a-z])(?=[A-Z])/g, "$&<wbr>");

  function tags(entry) {
    const broker = brokerOf(entry.broker);
    const codes = (entry.codes || []).slice(0, 4).map((code) => `<li><a class="tag" href="${address(broker.codes[code] || "codes/")}">code <span class="mono">${broken(code)}</span></a></li>`);
    const statuses = (entry.statuses || []).map((status) => `<li><a class="tag" href="${address(`browse/?status=${status}`)}">HTTP <span class="mono">${status}</span></a></li>`);
    return `<ul class="tags" aria-label="Facts"><li><span class="tag tag--key">${escaped(broker.name)}</span></li>${statuses.join("")}${codes.join("")}${entry.fallback ? '<li><span class="tag">Catch-all</span></li>' : ""}</ul>`;
  }
  function retryRow(one) {
    return `<div class="retry" data-retry="${one.value}"><dt><span class="ic">${icon(one.value)}</span>${escaped(one.question)} <code>${one.value}</code></dt><dd>${escaped(one.words)} <small>${escaped(one.note)}</small></dd></div>`;
  }
  /** The retries that are asked about: both, or the one for what was sent. */
  function retriesOf(entry, match) {
    const all = entry.said.slice(1).map(told).map((one) => withWait(one, entry, match));
    const { reads } = sent();
    return reads === null || all.length === 1 ? all : [all[reads ? 1 : 0]];
  }
  /** The seconds that the pasted text states, where the entry says in which field they stand. */
  const statedWait = (entry, match) => (entry.stated && match.params?.[entry.stated] >= 0 ? Math.max(1, Number(match.params[entry.stated])) : null);
  function withWait(one, entry, match) {
    const seconds = statedWait(entry, match);
    return one.value === "wait" && seconds !== null ? { ...one, words: `Yes, after ${seconds} s` } : one;
  }
  function shownOutcome(entry) {
    const outcome = outcomeOf(entry);
    if (sent().reads !== true) return { ...outcome, look: outcome.value, earlier: entry.earlier };
    return { question: outcome.question, value: outcome.value, words: "A read changes nothing", note: "Whatever was answered, no order came of it.", look: "not_applied", earlier: false };
  }
  function waitLine(entry, match) {
    const seconds = statedWait(entry, match);
    const facts = (entry.wait || []).map(([label, text], at) => [label, at === 0 && seconds !== null ? `<span class="big">${seconds} s</span>` : escaped(text)]);
    if (!facts.length) return "";
    return `<dl class="waitline">${facts.map(([label, text]) => `<div><dt>${escaped(label)}</dt><dd>${text}</dd></div>`).join("")}</dl>`;
  }
  function verdict(entry, match, sure) {
    const outcome = shownOutcome(entry);
    const who = (entry.who || []).map((actor, at) => `${at ? "<span>then</span> " : ""}<span class="who">${icon(actor)}${escaped(data.actors[actor])}</span> `).join("");
    const note = outcome.earlier ? `<a href="${address(`${pathOf(entry)}#earlier`)}">${escaped(outcome.note)}</a>` : escaped(outcome.note);
    return `<section class="verdict${sure ? "" : " verdict--unsure"}" data-verdict data-outcome="${outcome.look}" data-error-id="${entry.id}" aria-label="Verdict on ${entry.id}">`
      + (outcome.look === "unknown" ? '<span class="stripe" aria-hidden="true"></span>' : "")
      + `<div class="verdict__outcome">${icon(outcome.look)}<p class="q">${sure ? escaped(outcome.question) : "If so, did it go through?"} <code>${outcome.value}</code></p><p class="verdict__a">${escaped(outcome.words)}</p><p class="verdict__note">${note}</p></div>`
      + `<dl class="verdict__retry">${retriesOf(entry, match).map(retryRow).join("")}</dl>${waitLine(entry, match)}`
      + `<div class="verdict__act"><p class="q">Who acts first? ${who}</p><div><p class="act__step">${prose(entry.first)}</p><p class="act__more"><a href="${address(`${pathOf(entry)}#what-to-do`)}">${entry.steps > 1 ? `All ${entry.steps} steps` : "The step"}</a></p></div></div></section>`;
  }
  const DECIDED = { field: "a field of the body", message: "the message", code: "the code", status: "the status" };
  function why(entry, match, doubt) {
    const decided = DECIDED[match.matchedOn] || "the text";
    const name = escaped(brokerOf(entry.broker).name);
    if (doubt === "code") return `<p class="small muted">Not certain: a code without its message tells little. Paste the whole answer if you have it. Id <code>${broken(entry.id)}</code>.</p>`;
    if (doubt) return `<p class="small muted">Only if it comes from ${name}: others may say the same. Choose the broker above to be certain. Id <code>${broken(entry.id)}</code>.</p>`;
    return certain(entry, match) ? `<p class="small muted">Certain: ${decided} decided. Id <code>${broken(entry.id)}</code>.</p>` : `<p class="small muted">Not certain: only ${decided} is known, not the wording. Id <code>${broken(entry.id)}</code>.</p>`;
  }
  function captured(match) {
    const params = Object.entries(match.params || {});
    if (!params.length) return "";
    return `<h3 class="small got__h">Read from your text</h3><dl class="got">${params.map(([name, value]) => `<div><dt>${broken(name)}</dt><dd>${escaped(value)}</dd></div>`).join("")}</dl>`;
  }
  const link = (entry) => `<li><a class="card" href="${address(entry.path || pathOf(entry))}" data-id="${escaped(entry.key || entry.id)}"><span><b>${escaped(entry.title)}</b></span></a></li>`;
  async function nearest(text, without, broker) {
    try {
      await load("find.js");
      await self.brokerErrorsFind.ready();
    } catch {
      return [];
    }
    const words = text.replace(/[{}"[\]\\]/g, " ").slice(0, 600);
    return self.brokerErrorsFind.near(words).filter((one) => one.key !== without && (!broker || one.key.startsWith(`${broker}.`))).slice(0, NEAR);
  }
  function sharedCodes(text) {
    const words = new Set(text.match(/[A-Za-z0-9_]+/g) || []);
    return data.brokers.flatMap((one) => Object.entries(one.codes).filter(([code]) => words.has(code) && (/\d/.test(code) || text.trim() === code)).map(([code, path]) => ({ key: `${one.id} ${code}`, title: `Every meaning of ${one.name}’s code ${code}`, path })));
  }
  const DOUBTS = {
    broker: { asked: "Which broker is it?", said: "The broker is not certain. " },
    code: { asked: "The code alone can mean each of these.", said: "The code alone is not certain. " },
  };
  async function one(match, text, number, doubt) {
    const entry = entryOf(match);
    const sure = certain(entry, match) && !doubt;
    const ifSo = sure ? "" : doubt === "broker" ? `If ${escaped(brokerOf(entry.broker).name)}: ` : "Not certain: ";
    const title = `<div class="found"><h2><a class="said" href="${address(pathOf(entry))}">${number ? `${number}. ` : ""}${ifSo}${head(entry.head || entry.title)}</a></h2>${entry.sub ? `<p class="sub">${escaped(entry.sub)}.</p>` : ""}${tags(entry)}</div>`;
    let others = "";
    if (!sure && doubt !== "broker") {
      const near = [...(await nearest(text, entry.id, entry.broker)), ...sharedCodes(text).slice(0, 1)];
      const said = doubt ? "A code can stand for several errors." : "No entry knows this wording.";
      if (near.length) others = `<div class="note"><p><b>${said}</b> Read the message first, then compare:</p></div><ul class="links">${near.map(link).join("")}</ul>`;
    }
    return title + verdict(entry, match, sure) + captured(match) + why(entry, match, doubt) + others;
  }

  // the report

  async function report(text) {
    await load("redact.js");
    const kept = new Set(data.brokers.flatMap((broker) => Object.keys(broker.codes)));
    const parts = self.brokerErrorsRedact.parts(text.slice(0, 4000), kept);
    const gone = parts.filter((part) => part.gone).length;
    const broker = brokerFor(text);
    const about = `broker: ${broker || "not known"}\nsent: ${sent().operation || "not said"}\ntext:\n`;
    const plain = about + parts.map((part) => part.gone ? `[${part.gone}]` : part.text).join("");
    const shown = escaped(about) + parts.map((part) => (part.gone ? `<span class="gone">[${part.gone}]</span>` : escaped(part.text))).join("");
    const repository = document.body.dataset.repository;
    const title = encodeURIComponent("An error that no entry knows");
    const form = new URLSearchParams({ template: "unknown-error.yml", title: "An error that no entry knows", payload: plain, request: sent().operation || "" });
    const to = repository ? `${repository}/issues/new?${form}` : `mailto:?subject=${title}&body=${encodeURIComponent(plain)}`;
    const count = gone === 1 ? "1 thing was" : `${gone || "Nothing"} ${gone ? "things were" : "was"}`;
    return `<h2>Report it, so that the next one finds it</h2><p class="small muted">${count} taken out. Check the rest before you copy: this is all that anybody will see.</p>`
      + `<div class="codebox codebox--copy wrapcode"><pre id="report" tabindex="0" role="group" aria-label="Redacted report">${shown}</pre><button class="tool copy" type="button" data-copy="#report">${icon("copy")}<span class="vh">Copy the report</span></button></div>`
      + `<p class="row"><a class="btn btn--main" href="${escaped(to)}" rel="noopener">${icon("flag")}${repository ? "Open a report with this text" : "Write a report with this text"}</a></p>`;
  }
  async function unknown(text) {
    const reads = sent().reads === true;
    const near = [...(await nearest(text, "", brokerFor(text))), ...sharedCodes(text).slice(0, 2)];
    const row = reads
      ? { question: "Send a read again?", value: "backoff", words: "Yes, with growing pauses", note: "A few times at most." }
      : { question: "Send an order again?", value: "reconcile", words: "Not yet. Look it up first", note: "Send only what is proven missing." };
    const outcome = reads ? "not_applied" : "unknown";
    return `<section class="verdict" data-verdict data-outcome="${outcome}" data-error-id="" aria-label="Verdict">${reads ? "" : '<span class="stripe" aria-hidden="true"></span>'}`
      + `<div class="verdict__outcome">${icon(outcome)}<p class="q">Not in the catalog <code>no match</code></p><p class="verdict__a">${reads ? "Not a known error" : "Unknown: may be live"}</p><p class="verdict__note">No entry knows this text. ${reads ? "A read changes nothing." : "If you sent an order, it may be live."}</p></div>`
      + `<dl class="verdict__retry">${retryRow(row)}</dl>`
      + `<div class="verdict__act"><p class="q">Who acts first? <span class="who">${icon("developer")}${escaped(data.actors.developer)}</span></p><div><p class="act__step">${reads ? "Read the broker’s own words again, and choose the broker above if you know it." : "Look the order up by the id that you gave it, then read the broker’s own words again."}</p>${reads ? "" : `<p class="act__more"><a href="${address("guides/placing/")}">How to look it up</a></p>`}</div></div></section>`
      + (near.length ? `<h2>Nearest entries</h2><ul class="links">${near.map(link).join("")}</ul>` : "")
      + (await report(text));
  }

  // answering

  const asked = (question) => (question.endsWith("?") ? question : `${question}:`);
  function summary(matches, doubt) {
    if (!matches.length) return sent().reads === true ? "Not a known error." : "Not a known error. If you sent an order, it may be live: look it up first.";
    const first = entryOf(matches[0]);
    const [retry] = retriesOf(first, matches[0]);
    const said = `${plainHead(first)}. ${shownOutcome(first).words}. ${asked(retry.question)} ${retry.words}.`;
    const count = matches.length === 1 ? "1 error found" : `${matches.length} errors found, the worst first`;
    const unsure = doubt ? DOUBTS[doubt].said : certain(first, matches[0]) ? "" : "Not certain. ";
    return `${unsure}${count}: ${said}`;
  }
  let turn = 0;
  async function update() {
    const text = box.value.trim();
    const now = ++turn;
    if (!text) return show(empty, "", "empty");
    try {
      await ready();
    } catch {
      if (now === turn) show(`<div class="note"><p><b>The matcher could not be loaded.</b> ${fromDisk ? "Browsers load it only from a server, not from a disk." : "Try again when you are connected."} Meanwhile, <a href="${address("browse/")}">browse all errors</a>. Sent an order? It may be live: look it up first.</p></div>`, "The matcher could not be loaded.", "failed");
      return;
    }
    const { found, doubt } = recognized(text);
    const severity = (match) => { const { look, earlier } = shownOutcome(entryOf(match)); return WORST.indexOf(look) - (earlier ? 0.5 : 0); };
    const ordered = found.map((match, at) => [severity(match), at, match]).sort((a, b) => a[0] - b[0] || a[1] - b[1]).map((row) => row[2]);
    const many = ordered.length > 1;
    const drawn = await Promise.all(ordered.map((match, at) => one(match, text, many ? at + 1 : 0, doubt)));
    const html = !ordered.length ? await unknown(text)
      : !many ? drawn[0]
        : `<p class="sum">${icon(ordered.some((match) => severity(match) === 0) ? "unknown" : "flag")}<span>${doubt ? DOUBTS[doubt].asked : `${ordered.length} errors found, the worst first.`}</span></p><ol class="answers">${drawn.map((text_) => `<li>${text_}</li>`).join("")}</ol>`;
    if (now === turn) show(html, summary(ordered, doubt), ordered.length ? "found" : "unknown");
  }
  function show(html, said, state) {
    if (html === last) return;
    last = html;
    answer.innerHTML = html;
    home.className = `home home--${state}`;
    $("#paste-form").classList.toggle("paste--done", state !== "empty");
    $("#paste-tools").hidden = state === "empty";
    document.body.classList.toggle("answered", state !== "empty");
    $("#paste-said").textContent = said;
  }
  last = empty;

  let timer;
  const soon = () => { clearTimeout(timer); timer = setTimeout(update, PAUSE); };
  box.addEventListener("focus", () => ready().catch(() => {}), { once: true });
  // who types is waited for, who pastes is not
  box.addEventListener("input", (event) => (event.inputType === "insertFromPaste" ? update() : soon()));
  for (const name of ["#paste-broker", "#paste-operation"]) {
    $(name).addEventListener("focus", () => ready().catch(() => {}), { once: true });
    $(name).addEventListener("change", () => { last = null; update(); });
  }
  $("#paste-form").addEventListener("submit", (event) => event.preventDefault());
  $("#paste-clear").addEventListener("click", () => { box.value = ""; $("#paste-broker").value = ""; $("#paste-operation").value = ""; update(); box.focus(); });
  document.addEventListener("click", async (event) => {
    const example = event.target.closest("[data-example]");
    if (!example) return;
    box.value = example.dataset.example;
    await ready().catch(() => {});
    $("#paste-broker").value = example.dataset.broker;
    update();
    box.scrollIntoView({ block: "nearest" });
  });
  if (box.value.trim()) update();
}
