// The services and what calls them, as build.mjs has made them, once a process. The bundler of the pages must neither read nor copy them, so it
// is not shown their name; the built server runs some folders below the same root.
const { existsSync } = process.getBuiltinModule("node:fs");
const { createRequire } = process.getBuiltinModule("node:module");
const { join, resolve } = process.getBuiltinModule("node:path");

const built = "apps/web/server/dist/all.cjs";
const levels = 8;
const found = Array.from({ length: levels }, (_, up) =>
  join(resolve(process.cwd(), "../".repeat(up)), built),
).find((path) => existsSync(path));
if (!found) throw new Error(`${built} is not there: npm start builds it`);

const all = createRequire(found)(found);
// They were modules: what imports one of them whole gets its names and no other.
for (const part of Object.values(all)) Object.defineProperty(part, "__esModule", { value: true });

module.exports = all;
