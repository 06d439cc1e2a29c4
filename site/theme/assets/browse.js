// The page of all entries: filters combine, counts follow, the address is the state. Rows are drawn as they come into view.
{
  const STEP = 60;
  const CHOSEN = ["broker", "outcome", "retry"];
  const ORDER = {
    outcome: ["unknown", "partly_applied", "applied", "not_applied"],
    retry: ["halt", "reconcile", "never", "after_change", "reconnect", "wait", "backoff"],
  };
  const { fields, rows } = BROKER_ERRORS_ROWS;
  const entries = rows.map((row) => {
    const entry = Object.fromEntries(fields.map((field, at) => [field, row[at]]));
    entry.broker = entry.id.split(".")[0];
    entry.area = `${entry.broker}.${entry.area}`;
    entry.status = entry.statuses.map(String);
    entry.code = entry.codes;
    entry.operation = entry.operations;
    entry.text = [entry.id, entry.title, ...entry.messages, ...entry.codes, ...entry.status].join("\n").toLowerCase();
    return entry;
  });
  const form = $("#filters");
  const body = $("#rows tbody");
  const more = $("#more");
  const chips = Object.fromEntries($$("#chips .chip").map((chip) => [Object.entries(chip.dataset).map((pair) => pair.join("=")).join(), chip.outerHTML]));
  let found = entries;
  let shown = 0;

  /** What is asked for: the values of each filter. */
  function asked() {
    const wanted = {};
    for (const [name, value] of new FormData(form)) {
      if (value.trim() && name !== "sort") (wanted[name] ||= []).push(name === "q" ? value.trim().toLowerCase() : value);
    }
    return wanted;
  }
  function fits(entry, wanted, without) {
    for (const name in wanted) {
      if (name === without) continue;
      if (name === "q") {
        if (!wanted.q[0].split(/\s+/).every((word) => entry.text.includes(word))) return false;
      } else {
        const has = entry[name];
        if (!wanted[name].some((value) => (Array.isArray(has) ? has.includes(value) : has === value))) return false;
      }
    }
    return true;
  }
  function sorted(list, by) {
    const down = by.startsWith("-");
    const name = by.replace("-", "") || "title";
    const key = {
      title: (entry) => entry.title.toLowerCase(),
      outcome: (entry) => ORDER.outcome.indexOf(entry.outcome),
      retry: (entry) => ORDER.retry.indexOf(entry.retry),
      status: (entry) => `${entry.status[0] || "999"} ${entry.code[0] || ""}`,
    }[name];
    const keyed = list.map((entry) => [key(entry), entry]);
    keyed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0) * (down ? -1 : 1));
    return keyed.map(([, entry]) => entry);
  }
  const slots = (message) => escaped(message).replace(/&#60;([a-z][a-z0-9_]*)&#62;/g, '<span class="slot">$1</span>').replace(/[A-Za-z]{24,}/g, (word) => word.replace(/([a-z])(?=[A-Z])/g, "$1<wbr>"));
  const broken = (name) => escaped(name).replace(/([._])(?=\w)|([a-z])(?=[A-Z])/g, "$&<wbr>");
  function row(entry) {
    const words = entry.messages.length ? slots(entry.messages[0]) : broken(entry.id);
    const retry = chips[`retry=${entry.retry}`];
    const facts = [...entry.status, ...entry.code].slice(0, 3).map(broken).join(" · ") || "–";
    return `<tr role="row" data-o="${entry.outcome}" data-id="${entry.id}"><td role="cell" class="t"><a href="${address(`${entry.id.replace(".", "/")}/`)}">${escaped(entry.title)}</a> <code class="id">${words}</code></td>`
      + `<td role="cell" class="o">${chips[`outcome=${entry.outcome}`]}</td><td role="cell" class="r">${entry.outcome === "unknown" ? retry.replace('class="chip"', 'class="chip quiet"') : retry}</td>`
      + `<td role="cell" class="c mono">${facts}</td></tr>`;
  }
  function draw() {
    const next = found.slice(shown, shown + STEP);
    body.insertAdjacentHTML("beforeend", next.map(row).join(""));
    shown += next.length;
    more.hidden = shown >= found.length;
    more.textContent = `${found.length - shown} more`;
  }
  function apply(write) {
    const wanted = asked();
    const sort = form.elements.sort.value;
    found = sorted(entries.filter((entry) => fits(entry, wanted)), sort);
    body.textContent = "";
    shown = 0;
    draw();
    $("#n").textContent = found.length;
    $("#live").textContent = found.filter((entry) => entry.outcome === "unknown").length;
    $("#none").hidden = found.length > 0;
    const used = Object.values(wanted).flat().length;
    for (const place of $$(".used")) place.textContent = used ? ` (${used})` : "";
    for (const name of CHOSEN) {
      const counts = {};
      for (const entry of entries) if (fits(entry, wanted, name)) counts[entry[name]] = (counts[entry[name]] || 0) + 1;
      for (const box of $$(`input[name=${name}]`, form)) $(".n", box.parentElement).textContent = counts[box.value] || 0;
    }
    for (const head of $$("#rows th")) {
      const by = head.dataset.sort;
      const now = sort.replace("-", "") || "title";
      if (by === now) head.setAttribute("aria-sort", sort.startsWith("-") ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
    if (write) {
      const state = new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));
      history.replaceState(null, "", String(state) ? `?${state}` : location.pathname);
    }
  }
  function restore() {
    form.reset();
    for (const [name, value] of new URLSearchParams(location.search)) {
      for (const field of $$(`[name="${CSS.escape(name)}"]`, form)) {
        if (field.type === "checkbox") field.checked ||= field.value === value;
        else field.value = value;
      }
    }
    apply(false);
  }
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => apply(true));
  form.addEventListener("reset", () => setTimeout(() => apply(true)));
  for (const head of $$("#rows th")) {
    $("button", head).addEventListener("click", () => {
      form.elements.sort.value = head.getAttribute("aria-sort") === "ascending" ? `-${head.dataset.sort}` : head.dataset.sort === "title" ? "" : head.dataset.sort;
      apply(true);
    });
  }
  addEventListener("popstate", restore);
  // What is still in view after rows were drawn is not told again, so it is asked for anew.
  const sight = new IntersectionObserver((seen) => {
    if (!seen.some((one) => one.isIntersecting)) return;
    draw();
    sight.unobserve(more);
    sight.observe(more);
  }, { rootMargin: "600px" });
  sight.observe(more);
  restore();
}
