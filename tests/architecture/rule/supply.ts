import type { Manifest } from "../source/manifest.ts";
import type { Breach } from "../source/module.ts";
import floors from "./floors.json" with { type: "json" };

export type Package = { readonly name: string; readonly version: string; readonly license: string };

const NEVER: Readonly<Record<string, string>> = {
  xlsx: "the copy in the registry is frozen with two grave holes: documents writes XLSX by itself",
};

const LICENSES = new Set([
  ...["MIT", "MIT-0", "ISC", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "BlueOak-1.0.0"],
  ...["CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "Python-2.0", "Unlicense", "WTFPL", "OFL-1.1", "Zlib"],
  // File-level or linked at run time, unchanged.
  ...["MPL-2.0", "LGPL-3.0-or-later"],
]);

export function findLowVersions(packages: readonly Package[]): Breach[] {
  return packages.flatMap(({ name, version }) => {
    const floor = (floors as Readonly<Record<string, string>>)[name];
    if (NEVER[name]) return [{ path: "pnpm-lock.yaml", message: `${name} is not allowed: ${NEVER[name]}` }];
    if (floor === undefined || compare(version, floor) >= 0) return [];
    return [
      {
        path: "pnpm-lock.yaml",
        message: `${name} ${version} is below ${floor}, the first without a known hole: raise it`,
      },
    ];
  });
}

export function findLicenses(packages: readonly Package[]): Breach[] {
  return packages
    .filter(({ license }) => !isAllowed(license))
    .map(({ name, version, license }) => ({
      path: "pnpm-lock.yaml",
      message: `${name} ${version} is under "${license}", which this product does not ship: choose another package`,
    }));
}

/** Who may hold the query builder, and that every version stands once, in the catalog. */
export function findManifestBreaches(manifests: readonly Manifest[]): Breach[] {
  return manifests.flatMap(({ folder, dependencies, devDependencies }) => {
    const path = `${folder}/package.json`;
    const all = Object.entries({ ...dependencies, ...devDependencies });
    const loose = all.filter(([, version]) => version !== "catalog:" && version !== "workspace:*");
    const sql =
      all.some(([name]) => name === "drizzle-orm") && !["packages/db", "packages/services"].includes(folder);
    return [
      ...loose.map(([name, version]) => ({
        path,
        message: `${name} ${version}: versions stand once, in the catalog of pnpm-workspace.yaml; write "catalog:" here`,
      })),
      ...(sql
        ? [{ path, message: "drizzle-orm is for db and services alone: call a verb of services instead" }]
        : []),
    ];
  });
}

export function findLoosePins(catalog: Readonly<Record<string, string>>): Breach[] {
  return Object.entries(catalog)
    .filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))
    .map(([name, version]) => ({
      path: "pnpm-workspace.yaml",
      message: `${name} ${version}: pin the exact version`,
    }));
}

function isAllowed(license: string): boolean {
  const choices = license.replace(/[()]/g, "").split(/\s+OR\s+/);
  return choices.some((choice) => choice.split(/\s+AND\s+/).every((one) => LICENSES.has(one.trim())));
}

function compare(left: string, right: string): number {
  const [a, b] = [left, right].map((version) =>
    version.split(/[.-]/).map((part) => Number(part.replace(/\D/g, "")) || 0),
  );
  for (let index = 0; index < 4; index += 1) {
    const difference = (a?.[index] ?? 0) - (b?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
