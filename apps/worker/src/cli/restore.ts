import { parseArgs } from "node:util";
import { EmbeddedError } from "@lilink/db/embedded";
import { RecoveryError, restore } from "@lilink/db/recovery";

const usage = "npm run restore -- --from DIR [--to 2026-11-24T10:00:00+08:00] --into DIR";
const MOMENT = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)$/;

/** Brings a backup back into an empty folder, to the latest moment or to a given one. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { from: { type: "string" }, to: { type: "string" }, into: { type: "string" } },
  });
  const { from, into } = values;
  if (!from || !into) throw new RecoveryError(`usage: ${usage}`);
  if (process.env.TRACE_DATABASE_URL)
    console.error(
      "· what lies on the server of batteries is not restored by this command: after it, see docs/scale.md for what the two servers need",
    );
  const started = performance.now();
  const report = await restore({
    backupDir: from,
    into,
    to: values.to === undefined ? undefined : toMoment(values.to),
    say: (line) => console.error(`· ${line}`),
  });
  for (const path of report.damaged) console.error(`files/${path} is missing or damaged in the backup`);
  console.log(JSON.stringify({ ...report, seconds: Math.round(performance.now() - started) / 1000 }));
  if (report.damaged.length > 0) process.exitCode = 1;
}

function toMoment(text: string): Date {
  const moment = new Date(text);
  if (MOMENT.test(text) && !Number.isNaN(moment.getTime())) return moment;
  throw new RecoveryError(`--to ${text} is no moment with its zone, like 2026-11-24T10:00:00+08:00.`);
}

main().catch((error: unknown) => {
  const known = error instanceof RecoveryError || error instanceof EmbeddedError;
  console.error(known ? error.message : error);
  process.exit(1);
});
