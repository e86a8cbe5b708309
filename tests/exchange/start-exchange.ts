import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const START = fileURLToPath(new URL("../../scripts/start.mjs", import.meta.url));

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
  const child = spawn(process.execPath, [START], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      PORT: String(await findFreePort()),
      DATA_DIR: dataDir,
      DATABASE_URL: "",
      PUBLIC_URL: "",
      HOST: "",
      LILINK_DEMO: "1",
      ...env,
    },
  });
  const stop = async () => {
    const ended = child.exitCode === null ? once(child, "exit") : undefined;
    child.kill("SIGTERM");
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const url = await waitForReadyLine(child);
    return {
      url,
      dataDir,
      ownerUrl: toOwnerUrl(dataDir),
      pidOf: (part) =>
        part === "database" ? readPostmaster(dataDir)?.pid : findChild(child.pid ?? 0, scripts[part]),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
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

async function waitForReadyLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error("The start has no output.");
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^ready (http:\/\/localhost:\d+)$/.exec(line)?.[1];
    if (url === undefined) continue;
    child.stdout.resume();
    return url;
  }
  throw new Error("The start ended before it was ready; its words stand above.");
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() =>
        address !== null && typeof address === "object" ? resolve(address.port) : reject(address),
      );
    });
  });
}
