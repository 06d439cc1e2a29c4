// Makes one small module of a package: node bundle.mjs ENTRY OUTPUT
import { build } from "esbuild";

const [entry, outfile] = process.argv.slice(2);
await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  legalComments: "none",
  mangleProps: /^_[a-z]/, // what begins so is private to its class
});
