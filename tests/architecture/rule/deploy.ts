/** Paths below /srv/lilink that a deployment file names and that neither git nor the build puts there. */
export function findLostPaths(text: string, isThere: (path: string) => boolean): string[] {
  const named = text.matchAll(/(?:\/srv\/lilink\/|\s"?)((?:scripts|apps|packages)\/[\w./-]+\.m?js)/g);
  return [...new Set([...named].map(([, path = ""]) => path))].filter((path) => !isThere(path));
}

/** Settings that a deployment file sets and that no schema knows. */
export function findUnknownSettings(text: string, known: ReadonlySet<string>): string[] {
  const lines = text.split("\n").filter((line) => /^(?:Environment=|ENV )/.test(line));
  const names = lines.flatMap((line) =>
    [...line.matchAll(/\b([A-Z][A-Z_]+)=/g)].map(([, name = ""]) => name),
  );
  return names.filter((name) => !known.has(name));
}
