// Read JSON lines of documents, find their dates with chrono-node, print how many and in how many milliseconds.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const chrono = createRequire(process.argv[3] + "/")("chrono-node");
const documents = readFileSync(process.argv[2], "utf8").trim().split("\n").map((line) => JSON.parse(line));
chrono.parse("on Friday", new Date("2025-10-29"));
const start = process.hrtime.bigint();
let found = 0;
for (const { text, dct } of documents) found += chrono.parse(text, new Date(dct)).length;
console.log(JSON.stringify({ found, seconds: Number(process.hrtime.bigint() - start) / 1e9 }));
