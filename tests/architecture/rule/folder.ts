import { posix } from "node:path";
import type { Manifest } from "../source/manifest.ts";
import type { Breach, Module } from "../source/module.ts";
import { isTest, roomOf } from "../source/read-modules.ts";

/** The wings of services, from the ground up: a folder imports those before it and no later one. */
export const WINGS = [
  ...["kernel", "ground", "duty", "record", "case", "ledger"],
  ...["figures", "bodies", "exchange", "supply", "recovery", "fund", "people", "group", "platform"],
];

/** Rooms whose nouns lie two folders deep. */
const DEEP = ["services", "web"];

type Edge = { readonly from: Module; readonly line: number; readonly target: string };

/** One breach for each pair of folders in a circle. Tests and public entries may import any folder of their package. */
export function findFolderCircles(modules: readonly Module[], manifests: readonly Manifest[]): Breach[] {
  const edges = listEdges(modules, listEntries(manifests));
  return [1, 2].flatMap((depth) => {
    const graph = new Map<string, Map<string, Edge>>();
    for (const edge of edges) {
      if (depth === 2 && !DEEP.includes(roomOf(edge.target))) continue;
      const [from, to] = [folderOf(edge.from.path, depth), folderOf(edge.target, depth)];
      if (from === undefined || to === undefined || from === to) continue;
      const targets = graph.get(from) ?? new Map<string, Edge>();
      graph.set(from, targets.set(to, targets.get(to) ?? edge));
    }
    return [...graph].flatMap(([from, targets]) =>
      [...targets].flatMap(([to, { from: module, line, target }]) =>
        reaches(graph, to, from)
          ? [
              {
                path: module.path,
                line,
                message: `${from} imports ${to} by ${target}, and ${to} leads back to ${from}: move what both need below them, or hand it in`,
              },
            ]
          : [],
      ),
    );
  });
}

/** A wing imports those below it alone; so the kernel imports nothing of services. */
export function findWingBreaches(modules: readonly Module[]): Breach[] {
  return listEdges(modules, new Set()).flatMap(({ from, line, target }) => {
    if (roomOf(target) !== "services") return [];
    const [wing, other] = [wingOf(from.path), wingOf(target)];
    if (wing === undefined || other === undefined) return [];
    const [at, below] = [WINGS.indexOf(wing), WINGS.indexOf(other)];
    if (at === -1)
      return [{ path: from.path, message: `${wing} is no wing of services: add it to WINGS in its order` }];
    if (below !== -1 && below <= at) return [];
    return [
      {
        path: from.path,
        line,
        message: `${wing} may import ${WINGS.slice(0, at).join(", ") || "no other folder of services"}, and ${target} is above it: move what is needed down, or hand it in`,
      },
    ];
  });
}

/** Imports within a package, of sources alone. */
function listEdges(modules: readonly Module[], entries: ReadonlySet<string>): Edge[] {
  return modules
    .filter(({ path }) => !isTest(path) && !entries.has(path))
    .flatMap((from) =>
      from.imports.flatMap(({ target, line }) =>
        target !== undefined && roomOf(target) === roomOf(from.path) ? [{ from, line, target }] : [],
      ),
    );
}

function listEntries(manifests: readonly Manifest[]): ReadonlySet<string> {
  return new Set(
    manifests.flatMap(({ folder, exports }) =>
      Object.values(exports)
        .filter((entry) => /\/index\.tsx?$/.test(entry))
        .map((entry) => posix.join(folder, entry)),
    ),
  );
}

/** The folders below src that a file lies in, so many of them; undefined where it lies in fewer. */
function folderOf(path: string, depth: number): string | undefined {
  const folders = /^[a-z]+\/[^/]+\/src\/(.+)\/[^/]+$/.exec(path)?.[1]?.split("/");
  if (folders === undefined || folders.length < depth) return undefined;
  return `${roomOf(path)}/${folders.slice(0, depth).join("/")}`;
}

function wingOf(path: string): string | undefined {
  return /^packages\/services\/src\/([^/]+)\//.exec(path)?.[1];
}

function reaches(
  graph: ReadonlyMap<string, ReadonlyMap<string, unknown>>,
  start: string,
  goal: string,
): boolean {
  const seen = new Set<string>();
  const open = [start];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === goal) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    open.push(...(graph.get(at)?.keys() ?? []));
  }
  return false;
}
