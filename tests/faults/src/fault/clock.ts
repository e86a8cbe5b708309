import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { query } from "@lilink/test-exchange/call-api";
import { type Apart, startApart } from "@lilink/test-exchange/start-pair";
import { unlimited } from "@lilink/test-exchange/unlimited";
import { gather } from "../crowd.ts";
import { withOwner } from "../inspect.ts";
import { openWorld } from "../open-world.ts";
import { conclude, type Outcome, skip } from "../world.ts";

const CROWD = 40;
const NAME = "clocks a day off";

// Whatever carries a moment that the product wrote during the trial.
const COLUMNS = `select table_name || '.' || column_name as name from information_schema.columns
  where table_schema = 'public' and (table_name, column_name) in (values ('audit_entry','at'), ('notice','created_at'),
    ('posting_version','submitted_at'), ('introduction','sent_at'), ('session','created_at'), ('outbox','created_at'))`;

/** Two starts on one database, one a day ahead and one a day behind: everything is dated by the database's clock ([OB6]). */
export async function shiftClocks(): Promise<Outcome> {
  const library = findLibrary();
  if (!library) return skip(NAME, "libfaketime is not installed (Debian: apt-get install libfaketime)");
  const apart = await startApart(2, { RATE_LIMITS: unlimited }, undefined, (index) => ({
    LD_PRELOAD: library,
    FAKETIME: index === 0 ? "+1d" : "-1d",
    FAKETIME_DONT_FAKE_MONOTONIC: "1",
    DONT_FAKE_MONOTONIC: "1",
  }));
  try {
    return await trial(apart);
  } finally {
    await apart.stop();
  }
}

async function trial(apart: Apart): Promise<Outcome> {
  const complaints: string[] = [];
  const world = await openWorld(apart);
  const from = await withOwner(
    apart.ownerUrl,
    async (owner) => (await owner.query("select clock_timestamp() as at")).rows[0].at as Date,
  );
  const crowd = gather(world, "clock", CROWD);
  complaints.push(...(await crowd.over));
  if (crowd.acknowledged() < CROWD * 3) complaints.push("not everything was taken by clocks a day off");
  // A session that one of them opened holds at both.
  for (const { url } of apart.instances) {
    const viewer = await query({ url, cookie: world.cast.officer.cookie }, "viewer.load", {});
    if (!viewer.ok) complaints.push(`viewer.load answered ${JSON.stringify(viewer)} at one of two clocks`);
  }
  const farthest = await withOwner(apart.ownerUrl, async (owner) => {
    let off = 0;
    for (const { name } of (await owner.query<{ name: string }>(COLUMNS)).rows) {
      const [table, column] = name.split(".");
      const { rows } = await owner.query<{ off: number | null }>(
        `select max(extract(epoch from ${column} - clock_timestamp()))::int as off from "${table}"`,
      );
      off = Math.max(off, rows[0]?.off ?? 0);
      // What was written since the beginning is dated since the beginning.
      const late = await owner.query<{ n: number }>(
        `select count(*)::int as n from "${table}" where ${column} > clock_timestamp() + interval '5 seconds'`,
      );
      if ((late.rows[0]?.n ?? 0) > 0)
        complaints.push(`${name}: ${late.rows[0]?.n} rows are dated in the future`);
    }
    const { rows } = await owner.query<{ n: number }>(
      `select count(*)::int as n from audit_entry a join posting p on p.id = a.subject_id
        where p.title like 'clock-%' and a.at < $1`,
      [from],
    );
    if ((rows[0]?.n ?? 0) > 0) complaints.push(`${rows[0]?.n} acts are dated before they were done`);
    const digests = await owner.query<{ n: number }>(
      // The demo asks the engine once to learn; a schedule of another day would ask again.
      `select count(*)::int as n from pgboss.job where name in ('search.digest', 'posting.warn')
        or (name = 'engine.learn' and (select count(*) from pgboss.job where name = 'engine.learn') > 1)`,
    );
    if ((digests.rows[0]?.n ?? 0) > 0) complaints.push("a schedule of another day ran");
    return off;
  });
  return conclude(world, NAME, "clock-", crowd.journeys, complaints, { farthestAheadSeconds: farthest });
}

function findLibrary(): string | undefined {
  for (const folder of existsSync("/usr/lib") ? readdirSync("/usr/lib") : []) {
    const path = join("/usr/lib", folder, "faketime/libfaketime.so.1");
    if (existsSync(path)) return path;
  }
  return undefined;
}
