import type { Manifest } from "../source/manifest.ts";
import type { Breach, Module } from "../source/module.ts";
import { roomOf } from "../source/read-modules.ts";

const FORBIDDEN = /^(?:utils?|helpers?|common|misc|managers?|shared|stuff)$/;
const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z]+)*$/;
const FEATURE_FILE = /^(?:queries|actions|view|export)\.ts$|^forms\.tsx$|\.test\.tsx?$/;
const APP_FILE = /^(?:page|layout|loading|error|not-found|global-error)\.tsx$|^route\.ts$/;

/** Names of files and folders, and what may lie where. */
export function findNames(modules: readonly Module[], manifests: readonly Manifest[]): Breach[] {
  const entries = new Set(
    manifests.flatMap(({ folder, exports }) =>
      Object.values(exports).map((entry) => `${folder}/${entry.slice(2)}`),
    ),
  );
  return modules.flatMap(({ path }) =>
    [judgeWords(path), judgeIndex(path, entries), judgeFeature(path), judgeApp(path)].flatMap((message) =>
      message === undefined ? [] : [{ path, message }],
    ),
  );
}

function judgeWords(path: string): string | undefined {
  // Next gives (group) and _private folders their form, and [param] is the name of a variable.
  const words = path
    .split("/")
    .filter((word) => !/^\[+(?:\.\.\.)?[a-z][a-zA-Z]*\]+$/.test(word))
    .map((word) => word.replace(/^_|^\(|\)$/g, ""));
  const drawer = words.find((word) => FORBIDDEN.test(word.replace(/\..*$/, "")));
  if (drawer !== undefined)
    return `"${drawer}" says nothing: name the file by its verb and the folder by its noun`;
  const odd = words.find((word) => !KEBAB.test(word));
  return odd === undefined ? undefined : `"${odd}" is not kebab-case`;
}

function judgeIndex(path: string, entries: ReadonlySet<string>): string | undefined {
  if (!/\/index\.tsx?$/.test(path) || entries.has(path)) return undefined;
  return `an index.ts is a public entry and nothing else: export ${path} in the package.json of ${roomOf(path)}, or import the file itself`;
}

function judgeFeature(path: string): string | undefined {
  const inside = /^apps\/web\/src\/features\/[^/]+\/(.+)$/.exec(path)?.[1];
  if (inside === undefined || inside.startsWith("components/") || FEATURE_FILE.test(inside)) return undefined;
  return "a feature holds queries.ts, actions.ts, export.ts, forms.tsx, view.ts and components/: put this into one of them, or into src/lib";
}

function judgeApp(path: string): string | undefined {
  const inside = /^apps\/web\/src\/app\/(.+)$/.exec(path)?.[1];
  if (inside === undefined || inside.includes("/_components/")) return undefined;
  const file = inside.split("/").at(-1) ?? "";
  return APP_FILE.test(file)
    ? undefined
    : "app/ holds page, layout, loading, error and route files: put this into the segment's _components/ or into features/";
}
