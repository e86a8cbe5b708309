import type { Breach } from "../source/module.ts";

export type SqlFile = { readonly path: string; readonly text: string };

const DEFINITION = /^[ \t]*create\s+(?:or\s+replace\s+)?function\s+(app\.\w+)\s*\(([^)]*)\)/gim;
const PLAN = "packages/db/sql/";

/** A database function lives in one file of packages/db/sql: what stands in two places says two things. */
export function findScatteredFunctions(files: readonly SqlFile[]): Breach[] {
  const places = new Map<string, string>();
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(DEFINITION)].flatMap((match) => {
      const [, name = "", parameters = ""] = match;
      const line = text.slice(0, match.index).split("\n").length;
      if (!path.startsWith(PLAN)) {
        return [
          { path, line, message: `${name} is defined outside ${PLAN}: move it to the file of its family` },
        ];
      }
      const key = `${name}(${parameters.replace(/\s+/g, " ")})`;
      const first = places.get(key);
      places.set(key, first ?? path);
      if (first === undefined) return [];
      return [
        { path, line, message: `${name} is defined in ${first} as well: change it there, and nowhere else` },
      ];
    }),
  );
}
