// Takes out of a text what could tell whose it is. What is left is shown before anybody copies it.
self.brokerErrorsRedact = (() => {
  const RULES = [
    ["key", /-----BEGIN [A-Z ]+-----[\s\S]*?(?:-----END [A-Z ]+-----|$)/g],
    ["token", /\beyJ[\w-]{8,}(?:\.[\w-]*){0,2}/g],
    ["token", /\b(?:Bearer|Basic)\s+[\w.~+/=-]{6,}/gi],
    ["secret", /(["']?(?:[\w-]*(?:secret|password|passwd|token|api[_-]?key|key[_-]?id|authorization|signature|cookie)[\w-]*)["']?\s*[:=]\s*)("[^"]*"|'[^']*'|[^\s,;&}"']+)/gi],
    ["name", /(["']?(?:(?:first|last|given|family|full|user|account|holder)[_-]?name|username|nickname)["']?\s*[:=]\s*)("[^"]*"|'[^']*'|[^\s,;&}"']+)/gi],
    ["e-mail", /[\w.+%-]+@[\w-]+(?:\.[\w-]+)+/g],
    ["id", /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi],
    ["address", /\b(?:\d{1,3}\.){3}\d{1,3}\b/g],
    ["phone", /(?<![\w.])\+\d[\d ()-]{6,}\d/g],
    ["key", /\b(?=[A-Za-z0-9_+/-]*\d)(?=[A-Za-z0-9_+/-]*[A-Za-z])[A-Za-z0-9_+/-]{20,}={0,2}/g],
    ["key", /\b(?=[A-Z0-9]*\d)(?=[A-Z0-9]*[A-Z])[A-Z0-9]{9,}\b/g],
    ["number", /\b[A-Z]{0,4}\d{6,}\b/g],
  ];

  /** The text in parts: what stays as text, what goes as what it was. `kept` are words that never go, such as codes. */
  function parts(text, kept) {
    let found = [{ text }];
    for (const [what, pattern] of RULES) found = found.flatMap((part) => (part.gone ? [part] : split(part.text, what, pattern, kept)));
    return found.filter((part) => part.gone || part.text);
  }
  function split(text, what, pattern, kept) {
    const found = [];
    let at = 0;
    for (const match of text.matchAll(pattern)) {
      const label = match.length > 1 ? match[1] : "";
      const value = match[0].slice(label.length);
      if (kept.has(value) || !value.replace(/["']/g, "")) continue;
      found.push({ text: text.slice(at, match.index) + label }, { gone: what });
      at = match.index + match[0].length;
    }
    return [...found, { text: text.slice(at) }];
  }
  return { parts };
})();
