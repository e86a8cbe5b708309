import type { Breach, Module } from "../source/module.ts";

/** What a browser must never be sent: how matches are ranked, how figures are withheld, the lists of common passwords, how charts are drawn, and all of the server. */
const SERVER_ONLY = [
  "packages/engine/src/disclosure/",
  "packages/engine/src/flow/",
  "packages/engine/src/lexicon/",
  "packages/engine/src/optimise/",
  "packages/engine/src/text-search/",
  "packages/model/src/allocation/",
  "packages/model/src/matching/",
  "packages/model/src/network/read-network.ts",
  "packages/model/src/identity/password.ts",
  "packages/services/",
  "packages/db/",
  "packages/auth/",
  "packages/api/",
  // Charts are drawn on the server; with their library they weigh more than a whole page.
  "packages/ui/src/chart/draw/",
];

/** Heavy and of use to whoever asks: a client file may load it by `import()` alone. */
const LAZY_ONLY = ["packages/ui/src/chart/live/live-map.ts"];

/** Follows the values that client files import, through every room, to what has to stay on the server. */
export function findServerCodeInBrowser(modules: readonly Module[]): Breach[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const clients = modules.filter(({ text }) => /^\s*["']use client["']/.test(text));
  return clients.flatMap((client) => {
    const seen = new Set<string>();
    const queue: string[][] = [[client.path]];
    for (let trail = queue.shift(); trail; trail = queue.shift()) {
      const at = trail.at(-1) ?? "";
      if (seen.has(at)) continue;
      seen.add(at);
      if (SERVER_ONLY.some((place) => at.startsWith(place))) {
        const message = `code of the server would reach the browser: ${trail.join(" -> ")}; import its types alone, or read it through tRPC`;
        return [{ path: client.path, message }];
      }
      // A "use server" file is called over the network, not imported.
      const module = byPath.get(at);
      if (module === undefined || /^\s*["']use server["']/.test(module.text)) continue;
      for (const { target, typeOnly, lazy } of module.imports) {
        if (target === undefined || typeOnly) continue;
        if (LAZY_ONLY.includes(target) && !lazy) {
          const message = `${target} would reach every page of ${client.path}; load it by import()`;
          return [{ path: at, message }];
        }
        queue.push([...trail, target]);
      }
    }
    return [];
  });
}

export function countClients(modules: readonly Module[]): number {
  return modules.filter(({ text }) => /^\s*["']use client["']/.test(text)).length;
}
