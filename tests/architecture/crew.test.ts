import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";

type Machine = { readonly cores: number; readonly memory: number };
const crew = new URL("../../scripts/lib/web-crew.mjs", import.meta.url).href;
const { countProcesses } = (await import(crew)) as {
  readonly countProcesses: (asked: string | undefined, machine: Machine) => number;
};

const webServer = fileURLToPath(new URL("../../scripts/lib/web.mjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "lilink-crew-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A server that says which process it is, and ends when it is told to. */
const server = join(folder, "server.mjs");
writeFileSync(
  server,
  `import { createServer } from "node:http";
  createServer((request, response) => {
    response.setHeader("connection", "close").end(process.pid + " " + (process.env.WEB_METRICS_PORT ?? ""));
    if (request.url === "/die") process.exit(1);
  }).listen(Number(process.env.PORT), "127.0.0.1");
  process.on("SIGTERM", () => process.exit(0));`,
);

async function findPort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => void probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** What a process answers; one that dies in the middle of it says nothing, and is not waited for. */
const ask = (port: number, path = "/") =>
  fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(5_000) }).then(
    (answer) => answer.text(),
    () => "",
  );

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
}

it("several processes answer at one port, one that dies is replaced, and all end with the first", async () => {
  const port = await findPort();
  const child = spawn(process.execPath, [webServer, server], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: { ...process.env, PORT: String(port), WEB_PROCESSES: "2", WEB_METRICS_PORT: "9400" },
  });
  try {
    const seen = new Map<string, string>();
    const meet = async () => {
      const [pid = "", metrics = ""] = (await ask(port)).split(" ");
      if (pid) seen.set(pid, metrics);
      return seen.size;
    };
    await expect.poll(meet, { timeout: 80_000, interval: 20 }).toBe(2);
    expect([...seen.values()].sort()).toEqual(["9400", "9401"]);
    await ask(port, "/die");
    await expect.poll(meet, { timeout: 80_000, interval: 20 }).toBe(3);
    child.kill("SIGTERM");
    await ended(child);
    expect(await ask(port)).toBe("");
  } finally {
    child.kill("SIGKILL");
  }
}, 200_000);

it("a connection that waits for its next request does not hold a process that is asked to end", async () => {
  const held = join(folder, "held.mjs");
  writeFileSync(
    held,
    `import { createServer } from "node:http";
    const server = createServer({ keepAliveTimeout: 600_000 }, (request, response) => {
      response.write("begun");
      process.once("SIGTERM", () => {
        server.close(() => process.exit(0));
        response.end();
      });
    }).listen(Number(process.env.PORT), "127.0.0.1");`,
  );
  const port = await findPort();
  const child = spawn(process.execPath, [webServer, held], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: { ...process.env, PORT: String(port), WEB_PROCESSES: "1" },
  });
  try {
    let answer: Response | undefined;
    const begin = async () => {
      answer ??= await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
      return answer?.status;
    };
    await expect.poll(begin, { timeout: 80_000, interval: 20 }).toBe(200);
    child.kill("SIGTERM");
    expect(await answer?.text()).toBe("begun");
    await ended(child);
    expect(child.exitCode).toBe(0);
  } finally {
    child.kill("SIGKILL");
  }
}, 100_000);

it("counts one process for each core but one, as far as memory reaches, or as many as asked for", () => {
  const gigabytes = 2 ** 30;
  const count = (cores: number, memory: number, asked?: string) =>
    countProcesses(asked, { cores, memory: memory * gigabytes });
  expect([count(1, 2), count(2, 24), count(4, 16), count(4, 8), count(32, 256)]).toEqual([1, 1, 3, 2, 4]);
  expect([count(2, 4, "3"), count(2, 4, "99"), count(4, 16, "many"), count(4, 16, "")]).toEqual([
    3, 32, 3, 3,
  ]);
});
