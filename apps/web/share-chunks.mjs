// The bundler writes the whole server side once for each group of routes: the same text under another name, eight times nine megabytes. A process
// that opens every route held all of them, and compiled each. One stays; whoever names another is led to it.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const server = fileURLToPath(new URL(".next/standalone/apps/web/.next/server", import.meta.url));
/** Small ones are left alone: they cost nothing. */
const leastBytes = 100_000;

const listFiles = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".js"))
    .map((entry) => join(entry.parentPath, entry.name));

/** The last line names the chunk's own map, and is all in which two may differ. */
const contentOf = (file) => readFileSync(file, "utf8").replace(/\n\/\/# sourceMappingURL=\S*\s*$/, "");

const files = listFiles(server);
const first = new Map();
const replaced = new Map();
for (const file of files.filter((one) => one.startsWith(join(server, "chunks"))).sort()) {
  const content = contentOf(file);
  if (content.length < leastBytes) continue;
  const key = `${join(file, "..")} ${createHash("sha256").update(content).digest("hex")}`;
  const known = first.get(key);
  if (known) replaced.set(file, known);
  else first.set(key, file);
}
for (const file of replaced.keys()) rmSync(file);
for (const file of files) {
  if (replaced.has(file)) continue;
  const text = readFileSync(file, "utf8");
  let shared = escapeWide(text);
  for (const [from, to] of replaced) shared = shared.replaceAll(basename(from), basename(to));
  if (shared !== text) writeFileSync(file, shared);
}

/** With a single character beyond Latin-1 in it, a process would hold the text in two bytes a character: as an escape it says the same. */
function escapeWide(text) {
  return text.replaceAll(/(\\*)([\u0100-\uffff])/g, (_, slashes, wide) => {
    // A backslash that stood before it said nothing.
    const kept = slashes.length % 2 === 0 ? slashes : slashes.slice(1);
    return `${kept}\\u${wide.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
