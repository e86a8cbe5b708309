import { allRegistersSql, fillMachines } from "@lilink/db/plan";
import { membership } from "@lilink/db/schema";
import { endOfShanghaiDay } from "@lilink/model/calendar";
import { listMachines } from "@lilink/model/machines";
import { bilingual, day, defineRegister, organization, type Register, text } from "@lilink/model/register";
import { machine } from "@lilink/model/state";
import { sampleValues } from "@lilink/model/testing";
import { describe, expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  asRaw,
  checkRegister,
  codeOf,
  createRecordStage,
  createTestKernel,
  nextMark,
  type TestMember,
} from "../../testing/index.ts";
import { loadDesk } from "../group/desk/load.ts";
import { call } from "../kernel/call.ts";
import { toRecordVerbs } from "./record-verbs.ts";

/** One firm asks for the transfer of a technology of two others; the secretariat decides. */
const transfer = defineRegister({
  name: "transfer",
  owner: "organization",
  level: "own",
  fields: {
    title: bilingual({ max: 160, required: true }),
    giver: organization({ party: true }),
    taker: organization({ party: true }),
    terms: text({ max: 400 }),
    fileBy: day(),
  },
  machine: machine({
    name: "transfer",
    start: "draft",
    states: {
      draft: { edit: "draft" },
      open: { live: true },
      decided: { live: true, end: true },
      withdrawn: { end: true },
    },
    steps: {
      file: { from: ["draft"], to: "open", who: "owner", guard: "complete", tell: "officers" },
      decide: { from: ["open"], to: "decided", who: "officer", reason: true, tell: "parties" },
      withdraw: { from: ["open"], to: "withdrawn", who: "owner", reason: true },
    },
  }),
  act: { edit: "record.edit", decide: "record.review" },
  unique: ["title"],
  list: ["title"],
  facets: [],
  rest: { path: "transfers", scope: "registers:read" },
  due: { draft: { duty: "file", field: "fileBy" }, open: { duty: "decide", workingDays: 10 } },
}) as unknown as Register;

const kernel = await createTestKernel();
await kernel.ownerRows(allRegistersSql([transfer]));
await kernel.ownerRows(fillMachines([...listMachines(), transfer.machine]));
const stage = await createRecordStage(kernel);
const { as, people } = stage;
const giver = await addOrganization(kernel, { offers: ["ncm811"] });
const taker = await addOrganization(kernel);
const sides = { giver: await addMember(kernel, giver), taker: await addMember(kernel, taker) };
const group = people.officer.principal.kind === "member" ? people.officer.principal.organizationId : "";
/** An officer of the secretariat who is a member of one of the parties as well. */
const torn = await addMember(kernel, { id: group, publicId: "", name: "" }, { duties: ["officer"] });
await kernel.owner.insert(membership).values({
  organizationId: taker.id,
  personId: torn.personId,
  role: "viewer",
  createdAt: kernel.app.clock(),
});

const { load, list, step } = toRecordVerbs(transfer);
const watchers = {
  ...sides,
  firmAdmin: people.firmAdmin,
  otherFirm: people.otherFirm,
  officer: people.officer,
  torn,
};

async function file() {
  const mark = nextMark();
  const values = {
    ...sampleValues(transfer, mark),
    giver: { publicId: giver.publicId },
    taker: { publicId: taker.publicId },
  };
  const { publicId } = await stage.add(transfer, mark, values);
  /** Who loads the case, who finds it in a list, and who reads rows of its tables on a connection of the app. */
  const readers = async () => {
    const found: string[] = [];
    for (const [who, { principal }] of Object.entries(watchers)) {
      const member = watchers[who as keyof typeof watchers];
      const loads = (await codeOf(call(kernel.app, principal, load, { publicId }))) === "done";
      const own = who === "firmAdmin" ? ({ own: "true" } as const) : {};
      const page = await call(kernel.app, principal, list, { limit: 100, open: "true", ...own } as never);
      const lists = page.items.some((item) => item.publicId === publicId);
      const id = `(select id from transfer where public_id = '${publicId}')`;
      const raw = [
        await asRaw(kernel, member, `select 1 from transfer where id = ${id}`),
        await asRaw(kernel, member, `select 1 from transfer_version where record_id = ${id}`),
      ];
      expect([who, lists, ...raw]).toEqual([who, loads, ...raw.map(() => (loads ? "done" : "nothing"))]);
      if (loads) found.push(who);
    }
    return found;
  };
  return { publicId, mark, readers };
}

describe("a case", () => {
  checkRegister(stage, transfer);

  it("[CS1] is its owner's while it is a draft, then its parties' and the officers' without a conflict", async () => {
    const { publicId, mark, readers } = await file();
    expect(await readers()).toEqual(["firmAdmin"]);
    await stage.take(transfer, publicId, "file", mark);
    expect(await readers()).toEqual(["giver", "taker", "firmAdmin", "officer"]);
  });

  it("[CS2] is decided once, with a reason, by an officer who belongs to no party; all sides are told", async () => {
    const { publicId, mark } = await file();
    await stage.take(transfer, publicId, "file", mark);
    const { revision } = await as(transfer, "firmAdmin").load(publicId);
    const decide = (who: TestMember, reason?: string) =>
      codeOf(
        call(kernel.app, who.principal, step, { publicId, step: "decide", revision, reason, values: {} }),
      );
    expect(await decide(torn, "It is so.")).toBe("NOT_FOUND");
    expect(
      await asRaw(kernel, torn, `update transfer set state = 'decided' where public_id = '${publicId}'`),
    ).toBe("nothing");
    expect(await decide(sides.giver, "It is so.")).toBe("FORBIDDEN");
    expect(await decide(people.officer)).toBe("INVALID_INPUT");
    expect(await decide(people.officer, "It is so.")).toBe("done");
    expect(await decide(people.otherOfficer, "It is not so.")).toBe("WRONG_STATE");
    const told = await kernel.ownerRows<{ id: string; reason: string }>(
      `select payload ->> 'organizationId' as id, payload -> 'params' ->> 'reason' as reason from outbox
        where name = 'notice.deliver' and payload ->> 'kind' = 'record.decided' and payload ->> 'path' = '/transfers/${publicId}'`,
    );
    const firm =
      people.firmAdmin.principal.kind === "member" ? people.firmAdmin.principal.organizationId : "";
    expect(told.map((row) => row.id).sort()).toEqual([firm, giver.id, taker.id].sort());
    expect(new Set(told.map((row) => row.reason))).toEqual(new Set(["It is so."]));
    const [row] = await kernel.ownerRows<{ id: string }>(
      `select id from transfer where public_id = '${publicId}'`,
    );
    const life = async (who: TestMember) =>
      (await call(kernel.app, who.principal, load, { publicId })).life.length;
    expect([await life(sides.giver), await life(people.firmAdmin), await life(people.officer)]).toEqual([
      2, 3, 3,
    ]);
    expect(await asRaw(kernel, torn, `select 1 from record_step where record_id = '${row?.id}'`)).toBe(
      "nothing",
    );
  });

  it("[DU2], [CS1] its duty is for readers of the case, names it to nobody else, and ends with it", async () => {
    const { publicId, mark } = await file();
    const id = `(select id from transfer where public_id = '${publicId}')`;
    const [row] = await kernel.ownerRows<{ id: string }>(`select ${id} as id`);
    const open = () =>
      kernel.ownerRows<{ kind: string }>(
        `select kind, holder_id is null as waits from duty where subject_id = '${row?.id}' and ended_at is null`,
      );
    const readers = async () => {
      const found: string[] = [];
      for (const [who, member] of Object.entries(watchers))
        if ((await asRaw(kernel, member, `select 1 from duty where subject_id = '${row?.id}'`)) === "done")
          found.push(who);
      return found;
    };
    expect([await open(), await readers()]).toEqual([[{ kind: "file", waits: false }], ["firmAdmin"]]);
    await stage.take(transfer, publicId, "file", mark);
    expect([await open(), await readers()]).toEqual([
      [{ kind: "decide", waits: true }],
      ["firmAdmin", "officer"],
    ]);
    const desk = JSON.stringify(await call(kernel.app, torn.principal, loadDesk, {}));
    expect(desk).not.toContain(publicId);
    const told = await kernel.ownerRows<{ payload: object }>(
      `select payload from outbox where name = 'notice.deliver' and payload ->> 'path' = '/transfers/${publicId}'`,
    );
    expect([told.length, JSON.stringify(told).includes(mark)]).toEqual([1, false]);
    await stage.take(transfer, publicId, "withdraw", mark);
    expect(await open()).toEqual([]);
  });

  it("[DU1] its duty follows the day that its owner saves, and without a day there is none", async () => {
    const mark = nextMark();
    const owner = as(transfer, "firmAdmin");
    const values = sampleValues(transfer, mark);
    const { publicId, revision: first } = await owner.save({ values: { ...values, fileBy: null } });
    const dueAt = async () => (await owner.load(publicId)).duty?.dueAt;
    expect(await dueAt()).toBeUndefined();
    const { revision } = await owner.save({
      publicId,
      revision: first,
      values: { ...values, fileBy: "2099-01-05" },
    });
    expect(await dueAt()).toEqual(endOfShanghaiDay("2099-01-05"));
    await owner.save({ publicId, revision, values: { ...values, fileBy: "2099-02-05" } });
    expect(await dueAt()).toEqual(endOfShanghaiDay("2099-02-05"));
  });

  it("[CS3] open cases are listed oldest first, ended ones apart", async () => {
    const [first, second] = [await file(), await file()];
    for (const { publicId, mark } of [first, second]) await stage.take(transfer, publicId, "file", mark);
    await stage.take(transfer, first.publicId, "decide", first.mark);
    const ids = async (open: string) => {
      const page = await call(kernel.app, sides.giver.principal, list, {
        limit: 100,
        open,
        sort: "updatedAt",
      } as never);
      return page.items.map(({ publicId }) => publicId);
    };
    expect([(await ids("true")).includes(first.publicId), (await ids("true")).at(-1)]).toEqual([
      false,
      second.publicId,
    ]);
    expect((await ids("false")).at(-1)).toBe(first.publicId);
  });

  it("[CS1] a party in a register that others read is refused at its declaration", () => {
    expect(() => defineRegister({ ...transfer, level: "member" } as never)).toThrow("for its parties alone");
  });
});
