// How long the matcher takes, beside what parsing JSON of the same length takes: node benchmark.mjs ENTRY
// Prints a line of JSON a case: the time of the processor for a run, of many runs on average, in milliseconds.
import { pathToFileURL } from "node:url";

const RUNS = 50;
const MICROSECONDS = 1000;
const PASTE = 10_000;

const { BROKERS, matchAll } = await import(pathToFileURL(process.argv[2]).href);
const LOG =
  '2026-01-05 18:30:00,123 INFO strategy: order 61e69015 for 10 shares at 404.25, "status": "ok" (attempt 1/3)\n';
const BODY = '{"code":40310000,"message":"the order was refused because of an error that no one knows"}';

const pastes = {
  "log of 10 kB": LOG.repeat(Math.ceil(PASTE / LOG.length)),
  "log of 10 kB, an error in its last line": `${LOG.repeat(Math.ceil(PASTE / LOG.length))}ERROR ${BODY}`,
  "bodies of 10 kB": `${BODY}\n`.repeat(Math.ceil(PASTE / BODY.length)),
  "quotes of 10 kB": '"'.repeat(PASTE),
  "backslashes of 10 kB": "\\".repeat(PASTE),
  "words of errors of 10 kB": "order is not found, invalid symbol, insufficient qty, ".repeat(PASTE / 54),
};
const rows = Array.from({ length: PASTE / 100 }, () => JSON.parse(BODY));

report("parsing JSON of 10 kB", () => JSON.parse(JSON.stringify(rows)));
for (const broker of [null, ...BROKERS]) {
  for (const [name, paste] of Object.entries(pastes)) {
    report(`${broker ?? "any broker"}: ${name}`, () => matchAll(paste, { broker }));
  }
}

function report(name, run) {
  run();
  const started = process.cpuUsage();
  for (let count = 0; count < RUNS; count++) run();
  const { user, system } = process.cpuUsage(started);
  const milliseconds = Number(((user + system) / MICROSECONDS / RUNS).toFixed(3));
  process.stdout.write(`${JSON.stringify({ name, milliseconds })}\n`);
}
