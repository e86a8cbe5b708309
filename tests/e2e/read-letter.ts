import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The path with a token in the newest letter to an address, which `npm start` writes into a folder; null until it is there. */
export function findTokenPath(address: string, page: string): string | null {
  const folder = join(process.env.LILINK_E2E_DATA ?? "", "mail");
  // The folder comes with the first letter.
  if (!existsSync(folder)) return null;
  for (const name of readdirSync(folder).sort().reverse()) {
    if (!name.endsWith(".eml")) continue;
    const letter = readFileSync(join(folder, name), "utf8").replaceAll(/=\r?\n/g, "");
    if (!letter.includes(`To: ${address}`)) continue;
    const found = new RegExp(`/${page}/[0-9A-Za-z_-]{20,}`).exec(letter);
    if (found) return found[0];
  }
  return null;
}
