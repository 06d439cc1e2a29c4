// Stands in for the matcher: six texts, so that the box can be tested apart from it.
const RULES = [
  [/insufficient buying power/, "alpaca.insufficient_buying_power", "message"],
  [/\b504\b/, "alpaca.gateway_timeout", "status"],
  [/\b504\b/, "tradovate.gateway_timeout", "status"],
  [/p-ticket/, "tradovate.penalty_ticket", "field"],
  [/available for covered call/, "alpaca.covered_call_insufficient_underlying", "message"],
  [/42210000/, "alpaca.unprocessable_request", "code"],
];
const FIELDS = /"(p-time|p-ticket|buying_power|cost_basis)":"?([^",}]+)/g;

export function* matchAll(text, { broker } = {}) {
  for (const [pattern, error, matchedOn] of RULES) {
    const unmistakable = matchedOn !== "status" || (text.includes("alpaca") && error.startsWith("alpaca."));
    if (!pattern.test(text) || !(broker ? error.startsWith(`${broker}.`) : unmistakable)) continue;
    yield { error, matchedOn, params: Object.fromEntries([...text.matchAll(FIELDS)].map((found) => found.slice(1))) };
  }
}
