// Generated from the catalog by `python -m generator build`. Do not edit.
import common from "./data/common.js";
import alpacaData from "./data/alpaca.js";
import tradovateData from "./data/tradovate.js";
import { Recognition } from "./runtime/match.js";

const recognition = /* @__PURE__ */ new Recognition([alpacaData, tradovateData], common);

export const VERSION = "0.1.0";
export const BROKERS = /* @__PURE__ */ Object.freeze(["alpaca","tradovate"]);

export function match(source, options) {
  return recognition.match(source, options);
}

export function matchAll(source, options) {
  return recognition.matchAll(source, options);
}

export function advice(found, operation, known) {
  return recognition.advice(found, operation, known);
}

export function reads(operation, broker) {
  return recognition.reads(operation, broker);
}
