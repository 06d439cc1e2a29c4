// Advises on vectors: a JSON text a line comes in, a JSON text a line goes out. node advice.mjs ENTRY
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { advice, match, reads } = await import(pathToFileURL(process.argv[2]).href);
const lines = readFileSync(0, "utf8").split("\n").filter(Boolean);
const answers = lines.map((line) => {
  const { source, options, operations, now } = JSON.parse(line);
  const found = match(source, options);
  return JSON.stringify(
    operations.map((operation) => [
      found && advice(found, operation, { now }),
      reads(operation),
      reads(operation, options.broker),
    ]),
  );
});
process.stdout.write(`${answers.join("\n")}\n`);
