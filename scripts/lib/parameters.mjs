import { randomInt } from "node:crypto";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Where the sealed parameters of disclosure control lie. For the demo of an embedded database they are drawn and written
 * once; an operator writes them, and names the file.
 */
export function findParameters({ env, dataDir, demo }) {
  if (env.DISCLOSURE_FILE || !demo) return env.DISCLOSURE_FILE ?? "";
  const file = join(dataDir, "disclosure.json");
  if (!existsSync(file)) {
    const parameters = { minContributors: 3, pPercent: randomInt(80, 120) / 10 };
    writeFileSync(file, `${JSON.stringify(parameters)}\n`, { mode: 0o600 });
  }
  return file;
}
