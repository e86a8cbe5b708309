import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findFreePort } from "./find-free-port.ts";
import { runStart } from "./run-start.ts";

export type Part = "web" | "worker" | "database";

export type Exchange = {
  readonly url: string;
  readonly dataDir: string;
  /** Where the owner of the tables reaches the database, past the product. */
  readonly ownerUrl: string;
  /** The present process of a part; undefined while it is away. */
  readonly pidOf: (part: Part) => number | undefined;
  readonly stop: () => Promise<void>;
};

/** What `npm start` starts, demo cast included, on a free port and a data folder of its own. */
export async function startExchange(name: string, env: Record<string, string> = {}): Promise<Exchange> {
  const dataDir = mkdtempSync(join(tmpdir(), `lilink-${name}-`));
  const clear = () => rmSync(dataDir, { recursive: true, force: true });
  const port = String(await findFreePort());
  const started = await runStart({
    ...{ PORT: port, DATA_DIR: dataDir, DATABASE_URL: "", PUBLIC_URL: "" },
    ...env,
  }).catch((error: unknown) => {
    clear();
    throw error;
  });
  return {
    url: started.url,
    dataDir,
    ownerUrl: toOwnerUrl(dataDir),
    pidOf: (part) =>
      part === "database" ? readPostmaster(dataDir)?.pid : findChild(started.pid, scripts[part]),
    stop: async () => {
      await started.stop();
      clear();
    },
  };
}

const scripts = { web: "scripts/lib/web.mjs", worker: "apps/worker/dist/main.mjs" } as const;

function findChild(parent: number, script: string): number | undefined {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid=,stat=,args="], { encoding: "utf8" }).split("\n");
  for (const line of lines) {
    const [, pid, ppid, state, args] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    // A server that renamed itself is known by its parent and by not being the other child.
    if (Number(ppid) !== parent || state?.startsWith("Z")) continue;
    if (args?.includes(script)) return Number(pid);
    if (script === scripts.web && args?.startsWith("next-server")) return Number(pid);
  }
  return undefined;
}

function readPostmaster(dataDir: string): { readonly pid: number; readonly port: number } | undefined {
  try {
    const lines = readFileSync(join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]) };
  } catch {
    return undefined;
  }
}

function toOwnerUrl(dataDir: string): string {
  const { owner } = JSON.parse(readFileSync(join(dataDir, "secrets.json"), "utf8")) as { owner: string };
  return `postgres://lilink_owner:${owner}@127.0.0.1:${readPostmaster(dataDir)?.port}/lilink`;
}
