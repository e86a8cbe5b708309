import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const program = `import { startThrowaway } from ${JSON.stringify(fileURLToPath(new URL("./throwaway.ts", import.meta.url)))};
import { readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
await startThrowaway();
const home = join(tmpdir(), readdirSync(tmpdir()).find((name) => name.startsWith("lilink-throwaway-" + process.pid + "-")));
const [server] = readFileSync(join(home, "postgres", "postmaster.pid"), "utf8").split("\\n");
process.stdout.write(JSON.stringify({ home, server: Number(server) }));
setInterval(() => {}, 1000);
`;

const isRunning = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

it.each(["SIGINT", "SIGTERM"] as const)("a throwaway server ends with its process on %s", async (signal) => {
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said] = await once(child.stdout, "data");
  const { home, server } = JSON.parse(String(said)) as { home: string; server: number };
  expect(isRunning(server)).toBe(true);
  child.kill(signal);
  expect(await once(child, "exit")).toEqual([null, signal]);
  await expect.poll(() => isRunning(server), { timeout: 10_000 }).toBe(false);
  expect(existsSync(home)).toBe(false);
});
