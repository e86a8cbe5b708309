import { beginAs } from "@lilink/db";
import { introduction, posting } from "@lilink/db/schema";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  addPosting,
  asRaw as asMember,
  createTestKernel,
  type TestMember,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { acceptIntroduction } from "./answer.ts";
import { askIntroduction } from "./ask.ts";
import { withdrawIntroduction } from "./close.ts";
import { decideEntry, proposeEntry } from "./ledger.ts";

const kernel = await createTestKernel();
const { app, owner } = kernel;
const asker = await addMember(kernel, await addOrganization(kernel));
const asked = await addMember(kernel, await addOrganization(kernel));
const offer = () => addPosting(kernel, asked, "capability");
const ask = (to: { publicId: string }) =>
  call(app, asker.principal, askIntroduction, {
    posting: to.publicId,
    aim: "trial",
    message: "May we talk about a trial?",
  });

const asRaw = (member: TestMember, statement: string) => asMember(kernel, member, statement);

describe("a statement past the verbs", () => {
  it("[IN4] gives nobody the other side's consent", async () => {
    const made = await ask(await offer());
    const to = (state: string) => `update introduction set state = '${state}' where id = '${made.id}'`;
    expect(await asRaw(asker, to("accepted"))).toBe("42501");
    expect(await asRaw(asker, to("declined"))).toBe("42501");
    expect(await asRaw(asked, to("withdrawn"))).toBe("42501");
    expect(await asRaw(asked, to("expired"))).toBe("42501");
    await asRaw(asker, `select app.open_consent('${made.id}', now())`);
    const other = await offer();
    expect(
      await asRaw(asked, `update introduction set asking_posting_id = '${other.id}' where id = '${made.id}'`),
    ).toBe("42501");
    const [row] = await owner.select().from(introduction).where(eq(introduction.id, made.id));
    expect(row?.state).toBe("sent");
    expect(await owner.$count(posting, eq(posting.id, other.id))).toBe(1);
  });

  it("[IN5] confirms no entry of one's own", async () => {
    const made = await ask(await offer());
    await call(app, asked.principal, acceptIntroduction, { publicId: made.publicId });
    const entry = await call(app, asker.principal, proposeEntry, {
      publicId: made.publicId,
      step: "meeting",
      occurredOn: "2026-11-20",
    });
    const confirm = `update ledger_entry set state = 'confirmed' where id = '${entry.id}'`;
    expect(await asRaw(asker, confirm)).toBe("42501");
    expect(
      await asRaw(asked, `update ledger_entry set occurred_on = '2020-01-01' where id = '${entry.id}'`),
    ).toBe("42501");
    for (const more of ["amount = '9'", "unit = 't'", "note = 'x'", "step = 'volume'"])
      expect(
        await asRaw(asked, `update ledger_entry set state = 'confirmed', ${more} where id = '${entry.id}'`),
      ).toBe("42501");
    await call(app, asked.principal, decideEntry, { entry: entry.publicId, action: "confirm" });
  });

  it("[PL2] without an actor reads nothing, not even what everyone may", async () => {
    await offer();
    const client = await app.pool.connect();
    try {
      for (const table of ["posting_part", "posting_head", "organization", "introduction", "match", "series"])
        expect((await client.query(`select 1 from ${table} limit 1`)).rowCount, table).toBe(0);
      await beginAs(client, { kind: "anonymous" }, app.clock());
      expect((await client.query("select 1 from posting_head limit 1")).rowCount).toBe(1);
    } finally {
      await client.query("rollback");
      client.release();
    }
  });
});

it("[IN3] asks three times in thirty days, not more, and again afterwards", async () => {
  const to = await offer();
  const start = app.clock();
  const askAndWithdraw = async () => {
    const made = await ask(to);
    await call(app, asker.principal, withdrawIntroduction, { publicId: made.publicId });
  };
  for (let at = 0; at < 3; at += 1) await askAndWithdraw();
  await expect(askAndWithdraw()).rejects.toMatchObject({ code: "LIMIT_REACHED", params: { max: 3 } });
  kernel.setNow(new Date(start.getTime() + 31 * 86_400_000));
  await askAndWithdraw();
  kernel.setNow(start);
});
