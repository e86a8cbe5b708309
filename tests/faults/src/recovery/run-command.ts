import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../../../..");

export type Command = {
  readonly child: ChildProcess;
  readonly done: Promise<{ code: number | null; report: unknown }>;
};

/** One of the product's own commands, as an operator runs it; the last line of its stdout is its report. */
export function startCommand(
  name: "backup" | "restore" | "verify-audit",
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Command {
  const script = join(ROOT, "apps/worker/src/cli", `${name}.ts`);
  // Node itself, without a shell or another process between: a kill meets the command.
  const child = spawn(process.execPath, ["--import", "tsx", script, ...args], {
    ...{ cwd: ROOT, env: { ...process.env, DATABASE_URL: "", WORKER_DATABASE_URL: "", ...env } },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  const done = new Promise<{ code: number | null; report: unknown }>((resolve) => {
    child.once("close", (code) => {
      const line = said.trim().split("\n").at(-1) ?? "";
      resolve({ code, report: line.startsWith("{") ? JSON.parse(line) : null });
    });
  });
  return { child, done };
}

export async function runCommand(...given: Parameters<typeof startCommand>): Promise<unknown> {
  const { code, report } = await startCommand(...given).done;
  if (code !== 0) throw new Error(`${given[0]} ended with ${code}`);
  return report;
}
