// A program that uses the package, as TypeScript sees it.
import {
  type Advice,
  advice,
  type AlpacaErrorId,
  type ErrorId,
  match,
  matchAll,
  type Match,
  reads,
  type Retry,
} from "../../generated/javascript/index.js";

const found: Match<AlpacaErrorId> | null = match({ code: 40310000 }, { broker: "alpaca", channel: "rest" });
if (found) {
  const told: Advice<AlpacaErrorId> = advice(found, "POST /v2/orders", { now: 0, headers: { "retry-after": "1" } });
  const retry: Retry = told.retry;
  const wait: number | null = told.waitSeconds;
  if (found.error === "alpaca.wash_trade") console.log(retry, wait, found.params["existing_order_id"]);
  // @ts-expect-error: no error of this broker
  if (found.error === "tradovate.access_denied") console.log(retry);
}
const any: Match | null = match("text", { status: "403" });
const id: ErrorId | undefined = any?.error;
const ids: ErrorId[] = matchAll("text").map((one) => one.error);
const harmless: boolean = reads("GET /x");
console.log(id, ids, harmless);

// @ts-expect-error: there is no such broker
match("text", { broker: "alpacca" });
// @ts-expect-error: a channel of another broker
match("text", { broker: "tradovate", channel: "market_data_stream" });
// @ts-expect-error: the source is missing
match();

declare const console: { log(...values: unknown[]): void };
