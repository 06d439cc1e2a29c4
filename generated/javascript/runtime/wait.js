// From generator/targets/javascript/runtime/wait.js by `python -m generator build`. Do not edit.
/** How long to wait before a request is sent again. */

/** @import {Wait} from "./rows.js" */

/** Seconds that are waited at least: less than that is a clock that is wrong, or a loop. */
const SHORTEST = 1;
/** Seconds above which a stated wait is not believed, where the catalog has no limit of its own. */
const LONGEST = 7 * 86_400;
const MILLISECONDS = 1000;

const NUMBER = /^\s*[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[+-]?[0-9]+)?\s*$/i;
const DATE = /^(?:[A-Za-z]{3,9}, *)?[0-9]{1,2}[ -][A-Za-z]{3}[ -][0-9]{2,4} [0-9]{2}:[0-9]{2}/;

/**
 * Seconds to wait: what the answer states, if that can be believed, and else what the catalog says.
 *
 * @param {Wait} wait what the catalog says
 * @param {string | null} stated the text of the body field that states the wait
 * @param {Readonly<Record<string, string>>} headers names in lower case
 * @param {number} now seconds since the epoch
 * @returns {number | null}
 */
export function waitSeconds(wait, stated, headers, now) {
  const header = headerOf(headers, wait.header);
  const end = numberOf(headerOf(headers, wait.until_header));
  const found = numberOf(stated) ?? numberOf(header) ?? until(dateOf(header), now) ?? until(end, now);
  if (found === null || found < 0 || found > (wait.cap ?? LONGEST)) return wait.seconds ?? null;
  return Math.max(found, SHORTEST);
}

/**
 * @param {Readonly<Record<string, string>>} headers
 * @param {string | undefined} name
 */
function headerOf(headers, name) {
  return name === undefined ? null : (headers[name.toLowerCase()] ?? null);
}

/**
 * @param {number | null} end
 * @param {number} now
 */
function until(end, now) {
  return end === null ? null : Math.max(end - now, SHORTEST);
}

/** @param {string | null} text */
function numberOf(text) {
  const number = text !== null && NUMBER.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(number) ? number : null;
}

/** @param {string | null} text */
function dateOf(text) {
  const time = text !== null && DATE.test(text) ? Date.parse(text) / MILLISECONDS : Number.NaN;
  return Number.isFinite(time) ? time : null;
}
