import { outbox } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { readingDay } from "@lilink/model/network";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  asRaw,
  createEventStage,
  type TestMember,
} from "../../../testing/index.ts";
import { call, callJob } from "../../kernel/call.ts";
import { inviteUnmet, tellUnmet } from "./invite-unmet.ts";
import { loadNetwork } from "./load-network.ts";
import { makeReading } from "./make-reading.ts";
import { sayNamed } from "./say-named.ts";

const stage = await createEventStage();
const { kernel, officer } = stage;
const { app } = kernel;
type Firm = { readonly id: string; readonly admin: TestMember };
const addFirm = async (link: string): Promise<Firm> => {
  const body = await addOrganization(kernel, { links: [link] });
  return { id: body.id, admin: await addMember(kernel, body) };
};
const makers = await Promise.all(Array.from({ length: 6 }, () => addFirm("smelting")));
const cells = await Promise.all(Array.from({ length: 6 }, () => addFirm("materials")));
const alone = await Promise.all(Array.from({ length: 4 }, () => addFirm("smelting")));
const load = (who: TestMember) => call(app, who.principal, loadNetwork, {});
const read = () => callJob(kernel.worker, { id: app.newId(), name: "network.read" }, makeReading, {});

/** An outcome that both sides confirmed on a day. */
async function confirm(first: Firm, second: Firm, on: string): Promise<void> {
  const [intro, posting] = [app.newId(), app.newId()];
  const rows: readonly (readonly [string, readonly unknown[]])[] = [
    [
      "insert into posting (id, public_id, organization_id, kind, state, created_at, updated_at) values ($1, $2, $3, 'capability', 'published', now(), now())",
      [posting, app.newPublicId(), second.id],
    ],
    [
      "insert into introduction (id, public_id, asked_posting_id, state, aim, message, sent_at, due_at) values ($1, $2, $3, 'ended', 'trial', 'x', $4, $4)",
      [intro, app.newPublicId(), posting, on],
    ],
    [
      "insert into introduction_party (introduction_id, side, organization_id) values ($1, 'asking', $2), ($1, 'asked', $3)",
      [intro, first.id, second.id],
    ],
    [
      "insert into ledger_entry (id, public_id, introduction_id, step, state, proposed_side, occurred_on, created_at, decided_at) values ($1, $2, $3, 'meeting', 'confirmed', 'asking', $4, $5, $5)",
      [app.newId(), app.newPublicId(), intro, on.slice(0, 10), on],
    ],
  ];
  for (const [text, values] of rows) await kernel.ownerRows(text, values);
}

it("[NW1] [NW2] [NW3] is read once a month from what was confirmed before, in bands, and each body reads its own place alone", async () => {
  const day = readingDay(toShanghaiDate(app.clock()));
  for (const [at, maker] of makers.entries())
    for (const cell of cells.slice(0, 3))
      if ((at + cells.indexOf(cell)) % 2 === 0) await confirm(maker, cell, "2026-05-04T00:00:00Z");
  await confirm(makers[0] as Firm, cells[5] as Firm, `${day}T03:00:00Z`);
  expect(await read()).toEqual({ made: 1 });
  expect(await read()).toEqual({ made: 0 });
  const own = await load((makers[0] as Firm).admin);
  expect(own).toMatchObject({ asOf: day, bodies: null, events: null, named: false });
  const cell = own.reading?.cells.find(({ from, to }) => from === "smelting" && to === "materials");
  // Nine ties, and the one that was confirmed on the first of the month is not among them.
  expect(cell?.band).toEqual({ low: 6, high: 10 });
  expect(own.reading?.cells.filter(({ band }) => band !== null)).toHaveLength(1);
  expect(own.reading?.isolated.smelting).toEqual({ low: 3, high: 5 });
  expect(own.position).toMatchObject({ ties: 2, reached: ["materials"] });
  const raw = (who: TestMember, where: string) =>
    asRaw(kernel, who, `select 1 from network_position where ${where}`);
  expect(await raw((makers[0] as Firm).admin, `org_id = '${(makers[1] as Firm).id}'`)).toBe("nothing");
});

it("[NW5] names to officers who agreed, until they no longer do", async () => {
  const [firm] = alone;
  if (!firm) throw new Error("no firm");
  expect((await load(officer)).bodies).toEqual([]);
  await call(app, firm.admin.principal, sayNamed, { named: true });
  expect((await load(officer)).bodies).toMatchObject([{ isolated: true, lanes: ["smelting"] }]);
  expect((await load((makers[0] as Firm).admin)).bodies).toBeNull();
  const editor = await addMember(kernel, { id: firm.id, publicId: "", name: "" }, { role: "editor" });
  await expect(call(app, editor.principal, sayNamed, { named: false })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  await call(app, firm.admin.principal, sayNamed, { named: false });
  expect((await load(officer)).bodies).toEqual([]);
});

it("[NW6] one press invites exactly the firms of a link whom nobody has met, and the organiser is not told who they are", async () => {
  const event = await stage.announce();
  expect(
    await call(app, officer.principal, inviteUnmet, { publicId: event, lane: "smelting" }),
  ).not.toHaveProperty("told");
  const [job] = await kernel.owner.select().from(outbox).where(eq(outbox.name, "network.invite"));
  expect(Object.keys(job?.payload ?? {}).sort()).toEqual(["eventId", "lane"]);
  await callJob(kernel.worker, { id: app.newId(), name: "network.invite" }, tellUnmet, job?.payload as never);
  const told = (await kernel.owner.select().from(outbox).where(eq(outbox.name, "notice.deliver")))
    .filter(({ payload }) => payload.kind === "event.invited")
    .map(({ payload }) => payload.organizationId);
  expect(new Set(told)).toEqual(new Set(alone.map(({ id }) => id)));
  await stage.step(event, "close");
  await expect(
    call(app, officer.principal, inviteUnmet, { publicId: event, lane: "smelting" }),
  ).rejects.toMatchObject({
    code: "WRONG_STATE",
  });
});
