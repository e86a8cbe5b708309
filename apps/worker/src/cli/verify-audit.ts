import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { toDatabase } from "@lilink/db";
import {
  type AuditReport,
  openDatabaseSource,
  openFileSource,
  readKeptCheckpoints,
  readPublicKey,
  verifyAudit,
} from "@lilink/services";
import pg from "pg";
import { withKernel } from "./with-kernel.ts";

const usage =
  "npm run verify-audit -- [--database URL | --file EXPORT] [--key PUBLIC.pem] [--checkpoints FILE] [--keep FILE]";

/** Follows every audit chain and holds it against what was signed. 0: nothing found, 1: something, 2: not possible. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      database: { type: "string" },
      file: { type: "string" },
      key: { type: "string" },
      checkpoints: { type: "string" },
      keep: { type: "string" },
    },
  });
  const key = values.key ?? join(process.env.DATA_DIR ?? ".data", "audit.pub");
  const publicKey = readPublicKey(readFileSync(key, "utf8"));
  const kept = values.checkpoints ? readKeptCheckpoints(readFileSync(values.checkpoints, "utf8")) : [];
  const verify = async (source: ReturnType<typeof openFileSource>) => {
    if (values.keep) {
      const lines = (await source.checkpoints()).map((checkpoint) => `${JSON.stringify(checkpoint)}\n`);
      writeFileSync(values.keep, lines.join(""));
    }
    return verifyAudit(source, { publicKey, kept });
  };
  const report = values.file
    ? await verify(openFileSource(readFileSync(values.file, "utf8")))
    : await inDatabase(values.database, verify);
  tell(report);
  return report.findings === 0 ? 0 : 1;
}

async function inDatabase(
  url: string | undefined,
  verify: (source: ReturnType<typeof openDatabaseSource>) => Promise<AuditReport>,
): Promise<AuditReport> {
  const read = async (client: pg.ClientBase & (pg.Client | pg.PoolClient)) => {
    // One snapshot: what is written meanwhile belongs to the next look.
    await client.query("begin isolation level repeatable read read only");
    const report = await verify(openDatabaseSource(toDatabase(client)));
    await client.query("rollback");
    return report;
  };
  if (!url) {
    return withKernel("lilink-verify-audit", async ({ pool }) => {
      const client = await pool.connect();
      return read(client).finally(() => client.release());
    });
  }
  const client = new pg.Client({ connectionString: url, application_name: "lilink-verify-audit" });
  await client.connect();
  return read(client).finally(() => client.end());
}

function tell(report: AuditReport): void {
  const { entries, chains, checkpoints, unsigned, findings, found } = report;
  for (const { what, ...where } of found) console.error(`${what}: ${JSON.stringify(where)}`);
  console.error(
    `${entries.audit} acts and ${entries.disclosure} readings in ${chains} chains, ${checkpoints} checkpoints, ` +
      `${unsigned} entries not signed yet: ${findings === 0 ? "nothing is wrong" : `${findings} findings`}`,
  );
  console.log(JSON.stringify(report));
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    console.error(`usage: ${usage}`);
    process.exit(2);
  },
);
