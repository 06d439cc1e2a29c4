// Answers vectors: a JSON text a line comes in, a JSON text a line goes out.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { matchAll, match } = await import(pathToFileURL(process.argv[2]).href);
const lines = readFileSync(0, "utf8").split("\n").filter(Boolean);
const answers = lines.map((line) => {
  const { source, data, options } = JSON.parse(line);
  const given = () => (data ? JSON.parse(source) : source);
  return JSON.stringify([match(given(), options), matchAll(given(), options).map(({ error }) => error)]);
});
process.stdout.write(`${answers.join("\n")}\n`);
