import type { Manifest } from "../source/manifest.ts";
import type { Breach } from "../source/module.ts";

/** A TypeScript project refers to every package that it depends on: without it the package's sources are checked once more. */
export function findLostReferences(
  manifests: readonly Manifest[],
  referencesOf: (folder: string) => readonly string[],
): Breach[] {
  const folders = new Map(manifests.map(({ name, folder }) => [name, folder]));
  return manifests.flatMap(({ folder, dependencies, devDependencies }) => {
    const known = new Set(referencesOf(folder));
    return Object.keys({ ...dependencies, ...devDependencies })
      .flatMap((name) => folders.get(name) ?? [])
      .filter((needed) => needed !== sourceOnly && !known.has(`../../${needed}`))
      .map((needed) => ({
        path: `${folder}/tsconfig.json`,
        message: `does not refer to ../../${needed}, which its package.json names`,
      }));
  });
}

// The router's types are inferred through four packages and have no names of their own, so it writes no declarations.
const sourceOnly = "packages/api";
