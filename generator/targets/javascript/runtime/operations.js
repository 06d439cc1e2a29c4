// This line is another one in the package: it says where the module is from.
/** What a broker says about its operations: which only read, and how it knows a repeated one. */

/** @import {Operations} from "./rows.js" */

const READING_METHODS = ["GET", "HEAD", "OPTIONS"];
const VERSION = /^v[0-9]+$/;

/**
 * Whether repeating an operation is harmless. What is not known to only read counts as a write.
 *
 * @param {string} operation `read` or `write`, or the operation itself, such as `POST /v2/orders`
 * @param {readonly Operations[]} tables
 */
export function onlyReads(operation, tables) {
  const [method = ""] = operation.trim().split(/\s+/);
  const isOneOf = (/** @type {"reads" | "writes"} */ list) =>
    tables.some((table) => table[list].some((template) => isOf(operation, template)));
  if (method === "" || operation === "write" || isOneOf("writes")) return false;
  return operation === "read" || READING_METHODS.includes(method.toUpperCase()) || isOneOf("reads");
}

/**
 * The field by which the broker knows a repeated request of an operation; null where it checks none.
 *
 * @param {string} operation
 * @param {Operations} table
 */
export function idempotencyKey(operation, { keys }) {
  return keys.find(([template]) => isOf(operation, template))?.[1] ?? null;
}

/**
 * Whether an operation is the one that a template stands for: `{name}` is any one part of a path. Query,
 * fragment, host, a final slash and the case of letters do not count, nor does a version in front, such as `/v1`,
 * where the template has none.
 *
 * @param {string} operation
 * @param {string} template
 */
function isOf(operation, template) {
  const [method, all] = partsOf(operation.trim());
  const [wantedMethod, pattern] = partsOf(template);
  const parts = VERSION.test(all[0] ?? "") && !VERSION.test(pattern[0] ?? "") ? all.slice(1) : all;
  return (
    method === wantedMethod &&
    parts.length === pattern.length &&
    parts.every(
      (part, number) => part === pattern[number] || (part !== "" && /^\{.*\}$/.test(pattern[number] ?? "")),
    )
  );
}

/**
 * @param {string} operation
 * @returns {[method: string, parts: string[]]}
 */
function partsOf(operation) {
  const blank = operation.indexOf(" ");
  const method = blank < 0 ? operation : operation.slice(0, blank);
  const address = blank < 0 ? "" : operation.slice(blank).trim();
  const path = address.replace(/[?#].*$/s, "").replace(/^.*?:\/\/[^/]*/s, "");
  return [
    method.toUpperCase(),
    path
      .replace(/^\/+|\/+$/g, "")
      .toLowerCase()
      .split("/"),
  ];
}
