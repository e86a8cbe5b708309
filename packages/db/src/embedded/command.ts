import { spawn } from "node:child_process";
import type { ServerAccount } from "./account.ts";
import { EmbeddedError } from "./error.ts";

type Command = {
  readonly program: string;
  readonly args: readonly string[];
  readonly account: ServerAccount;
  readonly cwd: string;
  readonly input?: string;
};

/** Variables of the operator (PGDATA, LC_ALL, LD_PRELOAD …) stay away from the server. */
export const SERVER_ENV: NodeJS.ProcessEnv = Object.assign(Object.create(null), {
  PATH: process.env.PATH ?? "/usr/bin:/bin",
  LC_ALL: "C",
  TZ: "UTC",
});

/** Runs one of the server's programs to its end; its last words become the error. */
export function runCommand({ program, args, account, cwd, input }: Command): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...account, cwd, env: SERVER_ENV, stdio: "pipe" });
    let said = "";
    const listen = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-2000);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.stdin.on("error", () => undefined);
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0
        ? resolve()
        : reject(new EmbeddedError("server-failed", `${program} ended with ${code}: ${said.trim()}`)),
    );
    child.stdin.end(input ?? "");
  });
}
