import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FlowNetwork } from "@lilink/engine/flow";
import { printDimacs } from "./allocation-market.ts";
import { patienceMs, type Row, round, say } from "./row.ts";

/** Where Debian's liblemon-dev lies; LEMON_PREFIX names another place. */
const prefix = process.env.LEMON_PREFIX ?? "/usr";
const engine = "LEMON network simplex (C++)";

/** LEMON on a network, by a C++ file that is compiled when it runs; a measuring peer, no dependency. */
export function lemonRow(network: FlowNetwork, runs: number): Row {
  const row = { task: "flow", engine, n: network.source.length };
  const missing = { ...row, ms: null, value: null };
  if (!existsSync(join(prefix, "include/lemon/network_simplex.h"))) {
    say(`${engine}: left out, for ${prefix}/include/lemon is missing (apt-get install liblemon-dev)`);
    return missing;
  }
  const scratch = mkdtempSync(join(tmpdir(), "lilink-lemon-"));
  try {
    const [program, file] = [join(scratch, "bench"), join(scratch, "network.min")];
    writeFileSync(file, printDimacs(network));
    const source = fileURLToPath(new URL("lemon-bench.cc", import.meta.url));
    const places = [`-I${prefix}/include`, `-L${prefix}/lib/x86_64-linux-gnu`, `-L${prefix}/lib`];
    execFileSync("g++", ["-O2", "-o", program, source, ...places, "-l:liblemon.a"], { stdio: "pipe" });
    const text = execFileSync(program, [file, String(runs)], { timeout: patienceMs, encoding: "utf8" });
    const [ms = 0, value = 0] = text.trim().split(" ").map(Number);
    return { ...row, ms: round(ms), value };
  } catch (error) {
    say(`${engine}: ${error instanceof Error ? error.message.split("\n")[0] : "failed"}`);
    return missing;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
