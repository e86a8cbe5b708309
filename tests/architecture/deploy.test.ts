import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findLostPaths, findUnknownSettings } from "./rule/deploy.ts";
import { ROOT } from "./source/manifest.ts";

const read = (path: string) => readFileSync(join(ROOT, path), "utf8");
const units = readdirSync(join(ROOT, "deploy/systemd")).map((name) => `deploy/systemd/${name}`);
const files = [...units, "deploy/Containerfile", "deploy/README.md"];

// npm start refuses to go on without what this list names, so a path in it is made by the build.
const built = new Set(
  [...read("scripts/lib/workspace.mjs").matchAll(/^ {2}"((?:apps|packages)\/[^"]+)",$/gm)].map(([, p]) => p),
);
const isThere = (path: string) => built.has(path) || existsSync(join(ROOT, path));
// Node and Next read these three by themselves.
const known = new Set([
  ...[...read(".env.example").matchAll(/^# ([A-Z_]+)=/gm)].map(([, name = ""]) => name),
  ...["NODE_ENV", "HOSTNAME", "NEXT_TELEMETRY_DISABLED"],
]);

describe("the files of a deployment", () => {
  it("start what git or the build puts there", () => {
    expect(built.size).toBeGreaterThan(5);
    expect(files.flatMap((file) => findLostPaths(read(file), isThere))).toEqual([]);
  });

  it("set only settings that the schema knows", () => {
    expect(known.size).toBeGreaterThan(30);
    expect(files.flatMap((file) => findUnknownSettings(read(file), known))).toEqual([]);
  });

  it("start web and worker with the flags of npm start", () => {
    for (const [unit, flag] of [
      ["web", "--max-semi-space-size=32"],
      ["worker", "--enable-source-maps"],
    ]) {
      expect(read("scripts/start.mjs")).toContain(`"${flag}"`);
      expect(read(`deploy/systemd/lilink-${unit}.service`)).toContain(`/usr/bin/node ${flag} `);
    }
  });

  it("are refused with a moved program and with a misspelt setting", () => {
    const unit = "Environment=PROT=3000\nExecStart=/usr/bin/node /srv/lilink/apps/worker/dist/mian.mjs";
    expect(findLostPaths(unit, isThere)).toEqual(["apps/worker/dist/mian.mjs"]);
    expect(findUnknownSettings(unit, known)).toEqual(["PROT"]);
    expect(findLostPaths('CMD ["node", "scripts/lib/wbe.mjs"]', isThere)).toEqual(["scripts/lib/wbe.mjs"]);
  });
});
