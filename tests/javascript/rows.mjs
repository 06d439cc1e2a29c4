// Prints the plans that the data of a package stands for, and its slots: node rows.mjs PACKAGE BROKER...
import { pathToFileURL } from "node:url";

const [folder, ...brokers] = process.argv.slice(2);
const load = (path) => import(pathToFileURL(`${folder}/${path}`).href);
const { LazyTemplateRow, planOf } = await load("runtime/rows.js");
const { SLOTS } = await load("runtime/slots.js");
const common = (await load("data/common.js")).default;
const plans = await Promise.all(
  brokers.map(async (broker) => planOf((await load(`data/${broker}.js`)).default, common)),
);
/** A row as plain data: what is worked out when it is asked for is asked for. */
const whole = ({ key, spelled, pieces, words, early, beside, exactCase, signatures }) => ({
  key,
  spelled,
  pieces,
  words,
  early,
  beside,
  exactCase,
  signatures,
});
const plain = (_, value) => {
  if (value instanceof LazyTemplateRow) return whole(value);
  return value instanceof Map ? Object.fromEntries(value) : value;
};
process.stdout.write(JSON.stringify({ plans, slots: SLOTS, common }, plain));
