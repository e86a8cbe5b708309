// Runs one TypeScript command of the workspace: node scripts/run.mjs [--build] path/to/command.ts [arguments].
// Its stdout is left alone, for the last line of a command is its result.
import { join } from "node:path";
import { endAll, onEnd, run } from "./lib/children.mjs";
import { complain } from "./lib/say.mjs";
import { ensureBuilt, ensureInstalled, ROOT } from "./lib/workspace.mjs";

async function main() {
  const args = process.argv.slice(2);
  const build = args[0] === "--build";
  if (build) args.shift();
  await ensureInstalled();
  if (build) await ensureBuilt();
  const tsx = join(ROOT, "node_modules/tsx/dist/cli.mjs");
  return run(process.execPath, [tsx, ...args], { cwd: ROOT, stdio: "inherit" });
}

onEnd(async () => {
  await endAll(10_000);
  process.exit(130);
});
main().then(
  (code) => process.exit(code),
  (error) => {
    complain(error);
    process.exit(1);
  },
);
