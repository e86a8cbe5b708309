import { join } from "node:path";
import { parseArgs } from "node:util";
import { EmbeddedError } from "@lilink/db/embedded";
import { backUp, backUpElsewhere, followElsewhere, RecoveryError } from "@lilink/db/recovery";

const usage = "npm run backup -- [--to DIR] [--keep N] [--database URL [--follow]]";

/** A base backup, and from the first one on the log and the files that follow it. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      to: { type: "string" },
      keep: { type: "string", default: "7" },
      database: { type: "string" },
      follow: { type: "boolean", default: false },
    },
  });
  const dataDir = process.env.DATA_DIR || ".data";
  const keep = Number(values.keep);
  if (!Number.isInteger(keep) || keep < 1) throw new RecoveryError("--keep must be a whole number from 1.");
  const options = {
    dataDir,
    backupDir: values.to ?? (process.env.BACKUP_DIR || join(dataDir, "backup")),
    keep,
    auditKeyFile: process.env.AUDIT_KEY_FILE || undefined,
    say: (line: string) => console.error(`· ${line}`),
  };
  if (process.env.TRACE_DATABASE_URL)
    console.error(
      "· what lies on the server of batteries is in no backup of the product: back that server up by its own means, see docs/operations.md",
    );
  const started = performance.now();
  if (!values.database) {
    if (values.follow)
      throw new RecoveryError(
        "--follow is for a server of your own; the embedded one is followed by itself.",
      );
    if (process.env.DATABASE_URL)
      throw new RecoveryError(
        "DATABASE_URL names a server of your own: name it with --database, as a role that may replicate.",
      );
    return tell(await backUp(options), started);
  }
  if (!values.follow) return tell(await backUpElsewhere({ ...options, url: values.database }), started);
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  await followElsewhere({ ...options, url: values.database, now: () => new Date(), signal: stop.signal });
}

function tell(report: object, started: number): void {
  console.log(JSON.stringify({ ...report, seconds: Math.round(performance.now() - started) / 1000 }));
}

main().catch((error: unknown) => {
  const known = error instanceof RecoveryError || error instanceof EmbeddedError;
  console.error(known ? error.message : error);
  if (error instanceof TypeError) console.error(`usage: ${usage}`);
  process.exit(1);
});
