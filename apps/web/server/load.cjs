// The services and what calls them, as build.mjs has made them, once a process. The bundler of the pages must neither read nor copy them, so it
// is not shown their name; the built server runs some folders below the root, which is known by what loads them.
const { existsSync } = process.getBuiltinModule("node:fs");
const { createRequire } = process.getBuiltinModule("node:module");
const { join, resolve } = process.getBuiltinModule("node:path");

const loader = "scripts/lib/load-cached.cjs";
const levels = 8;
const above = Array.from({ length: levels }, (_, up) => resolve(process.cwd(), "../".repeat(up)));
const root = above.find((path) => existsSync(join(path, loader)));
if (!root) throw new Error(`${loader} is in no folder above ${process.cwd()}`);

const { loadCached } = createRequire(join(root, loader))(join(root, loader));
const all = loadCached(join(root, "apps/web/server/dist/all.cjs"));
// They were modules: what imports one of them whole gets its names and no other.
for (const part of Object.values(all)) Object.defineProperty(part, "__esModule", { value: true });

module.exports = all;
