#!/usr/bin/env node
// Runs the program that the package for this platform brings.
"use strict";
const { spawnSync } = require("node:child_process");
const { constants } = require("node:os");

const name = `dateline-${process.platform}-${process.arch}`;
let program;
try {
  program = require.resolve(`${name}/bin/dateline`);
} catch {
  console.error(`error: the package ${name} is not there`);
  console.error("help: install again without --no-optional; where there is no such package, see docs/installing.md for other ways");
  process.exit(1);
}
const run = spawnSync(program, process.argv.slice(2), { stdio: "inherit" });
if (run.error) {
  console.error(`error: ${program} can't be run: ${run.error.message}`);
  process.exit(1);
}
// What a signal has ended is told as shells tell it.
process.exit(run.status ?? 128 + (constants.signals[run.signal] ?? 0));
