import { execFileSync } from "node:child_process";

const scripts = { web: "scripts/lib/web.mjs", worker: "apps/worker/dist/main.mjs" } as const;

/** The present process of a part of a start; undefined while it is away. */
export function findChild(parent: number, part: keyof typeof scripts): number | undefined {
  const script = scripts[part];
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid=,stat=,args="], { encoding: "utf8" }).split("\n");
  for (const line of lines) {
    const [, pid, ppid, state, args] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    // A server that renamed itself is known by its parent and by not being the other child.
    if (Number(ppid) !== parent || state?.startsWith("Z")) continue;
    if (args?.includes(script)) return Number(pid);
    if (part === "web" && args?.startsWith("next-server")) return Number(pid);
  }
  return undefined;
}
