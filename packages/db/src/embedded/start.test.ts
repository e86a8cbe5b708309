import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { EmbeddedError } from "./error.ts";
import { LOCK_FILE } from "./lock.ts";
import { type Embedded, startEmbedded } from "./start.ts";

// mkdtemp closes its folder to others, so this is also the case below a closed folder. To make a cluster is what takes
// long: whoever needs no new one leaves its folder to the next, stopped and whole.
const home = mkdtempSync(join(tmpdir(), "lilink-embedded-"));
const running = new Set<Embedded>();

afterAll(async () => {
  for (const server of running) await server.stop();
  rmSync(home, { recursive: true, force: true });
});

async function start(name: string, say?: (line: string) => void): Promise<Embedded> {
  const server = await startEmbedded({ dataDir: join(home, name), ...(say ? { say } : {}) });
  running.add(server);
  return server;
}

async function stop(server: Embedded): Promise<void> {
  running.delete(server);
  await server.stop();
}

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const faultOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "none",
    (error: unknown) => {
      if (!(error instanceof EmbeddedError)) throw error;
      expect(error.message.split("\n")).toHaveLength(1);
      return error.fault;
    },
  );

describe("the embedded server", () => {
  it("keeps what was acknowledged when it is killed, and comes back at the same address", async () => {
    const server = await start("whole");
    await ask(server.ownerUrl, "create table kept (n int); insert into kept values (42)");
    process.kill(server.pid(), "SIGKILL");
    expect(await server.ended()).toMatchObject({ signal: "SIGKILL" });
    await server.restart();
    expect(await ask(server.ownerUrl, "select n from kept")).toEqual([{ n: 42 }]);
    expect(await ask(server.appUrl, "show data_checksums")).toEqual([{ data_checksums: "on" }]);
    await stop(server);
  });

  it("refuses a second start on the same folder and leaves the first alone", async () => {
    const server = await start("whole");
    expect(await faultOf(start("whole"))).toBe("data-folder-in-use");
    expect(await ask(server.appUrl, "select 1 as one")).toEqual([{ one: 1 }]);
    await stop(server);
    expect(existsSync(join(home, "whole", LOCK_FILE))).toBe(false);
  });

  it("takes over from a start that was killed, whose lock and server are still there", async () => {
    const server = await start("whole");
    await ask(server.ownerUrl, "create table left_over (n int); insert into left_over values (7)");
    const dead = spawnSync(process.execPath, ["-e", ""]).pid;
    writeFileSync(join(home, "whole", LOCK_FILE), JSON.stringify({ pid: dead, born: "1" }));
    running.delete(server);
    const lines: string[] = [];
    const next = await start("whole", (line) => lines.push(line));
    expect(lines).toEqual(["A database server left over from an earlier start was shut down."]);
    expect(await ask(next.ownerUrl, "select n from left_over")).toEqual([{ n: 7 }]);
    await stop(next);
  });

  it("names a half-made folder, changes nothing in it, and begins anew where nothing was stored", async () => {
    const folder = join(home, "half", "postgres");
    mkdirSync(join(folder, "base"), { recursive: true });
    expect(await faultOf(start("half"))).toBe("data-folder-half-made");
    expect(existsSync(join(folder, "base"))).toBe(true);
    rmSync(folder, { recursive: true });
    mkdirSync(join(home, "half", "postgres.making", "base"), { recursive: true });
    const lines: string[] = [];
    const server = await start("half", (line) => lines.push(line));
    expect(lines.join()).toMatch(/^An earlier start was interrupted/);
    await stop(server);
  });

  it("lets nobody in without a password", async () => {
    const server = await start("whole");
    const open = new URL(server.appUrl);
    open.password = "guess";
    await expect(ask(open.href, "select 1")).rejects.toMatchObject({ code: "28P01" });
    await stop(server);
  });

  it("keeps the passwords for its owner's eyes and asks for them when they are gone", async () => {
    const server = await start("whole");
    await stop(server);
    const file = join(home, "whole", "secrets.json");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, "utf8")).toContain(new URL(server.appUrl).password);
    rmSync(file);
    expect(await faultOf(start("whole"))).toBe("secrets-missing");
  });
});
