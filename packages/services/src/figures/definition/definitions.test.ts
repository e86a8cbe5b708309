import { beginAs } from "@lilink/db";
import { auditEntry, definition, outbox } from "@lilink/db/schema";
import { type DefinitionEdit, toEdit } from "@lilink/model/goals/definition";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  adoptDefinitions,
  asRaw,
  createTestKernel,
  type TestMember,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { adoptDefinition } from "./adopt-definition.ts";
import { listDefinitions } from "./list-definitions.ts";
import { proposeDefinition } from "./propose-definition.ts";
import { seedDefinitions } from "./seed-definitions.ts";
import { withdrawDefinition } from "./withdraw-definition.ts";

const kernel = await createTestKernel();
const visitor = { kind: "anonymous" } as const;
const office = await addOrganization(kernel, { kind: "coordination_group" });
const officer = await addMember(kernel, office, { duties: ["officer"], name: "Officer Lin" });
const secretary = await addMember(kernel, office, { duties: ["secretary"], name: "Secretary Wu" });
const firm = await addMember(kernel, await addOrganization(kernel, { links: ["materials"] }));

const list = (as: TestMember["principal"] | typeof visitor, indicator = "MAT-01") =>
  call(kernel.app, as, listDefinitions, { indicator });
const editOf = async (indicator: string, change: Partial<DefinitionEdit>) => {
  const { versions } = await list(officer.principal, indicator);
  const base = versions.find(({ adopted }) => adopted);
  if (!base) throw new Error(indicator);
  return { basedOn: base.definition.version, edit: { ...toEdit(base.definition), ...change } };
};
type Given = { edit: Awaited<ReturnType<typeof editOf>>; indicator?: string; fromPeriod?: string };
const propose = (by: TestMember, { edit, indicator = "MAT-01", fromPeriod = "2026Q4" }: Given) =>
  call(kernel.app, by.principal, proposeDefinition, {
    indicator,
    fromPeriod,
    reason: "The list of high-end grades was reviewed.",
    // A proposal is sent as JSON.
    ...(JSON.parse(JSON.stringify(edit)) as { basedOn: number; edit: never }),
  });
const withdraw = (by: TestMember, version: number, indicator = "SME-03") =>
  call(kernel.app, by.principal, withdrawDefinition, { indicator, version });
const adopt = (by: TestMember, version: number, indicator = "MAT-01") =>
  call(kernel.app, by.principal, adoptDefinition, { indicator, version });

describe("definitions", () => {
  it("[DF7] come with the product, adopted by the system, and once", async () => {
    expect(await seedDefinitions(kernel.worker)).toBe(55);
    expect(await seedDefinitions(kernel.worker)).toBe(0);
    const { versions, inForce, mayPropose, usable } = await list(visitor, "RES-02");
    expect([versions.length, inForce, mayPropose]).toEqual([1, 1, false]);
    expect(versions[0]).toMatchObject({ adopted: true, adoptedBy: null, changes: [] });
    expect(usable.map(({ component }) => component.code).sort()).toEqual([
      "lithium_raw_lce",
      "lithium_salt_output",
      "recycled_lce",
    ]);
    await expect(list(visitor, "RES-99")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("[DF7] are proposed by officers, unseen by others until a secretary who is another person adopts", async () => {
    const { edit, basedOn } = await editOf("MAT-01", {});
    const terms = edit.terms.map((term) =>
      term.code === "middle" ? { ...term, codes: ["ncm622", "ncm_60_79"] } : term,
    );
    const next = { basedOn, edit: { ...edit, terms } };
    await expect(propose(firm, { edit: next })).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { version } = await propose(officer, { edit: next });
    expect(version).toBe(2);
    for (const reader of [visitor, firm.principal]) expect((await list(reader)).versions).toHaveLength(1);
    const [seen] = (await list(secretary.principal)).versions;
    expect(seen).toMatchObject({ adopted: false, proposedBy: "Officer Lin", mayAdopt: true });
    expect(seen?.changes).toEqual([
      { path: "terms.middle.codes", before: "ncm622, ncm712, ncm_60_79", after: "ncm622, ncm_60_79" },
    ]);

    await expect(adopt(officer, 2)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await adopt(secretary, 2)).toMatchObject({ version: 2 });
    await expect(adopt(secretary, 2)).rejects.toMatchObject({ code: "WRONG_STATE" });
    const open = await list(visitor);
    expect([open.inForce, open.versions.length]).toEqual([2, 2]);
    expect(open.versions[0]).toMatchObject({ proposedBy: null, adoptedBy: null, adopted: true });
    const rows = await kernel.owner
      .select()
      .from(auditEntry)
      .where(eq(auditEntry.action, "definition.adopt"));
    expect(rows.map(({ detail }) => detail)).toEqual([{ indicator: "MAT-01", version: 2 }]);
  });

  it("[DF7] of one who is officer and secretary at once need a second person, in the verb and in the database", async () => {
    const edit = await editOf("REC-01", { range: ["0", "105"] });
    const { version } = await propose(secretary, { edit, indicator: "REC-01" });
    await expect(adopt(secretary, version, "REC-01")).rejects.toMatchObject({ code: "FORBIDDEN" });
    const client = await kernel.app.pool.connect();
    try {
      await beginAs(client, secretary.principal, kernel.app.clock());
      await expect(
        client.query(
          "update definition set adopted = true, adopted_by = $1 where indicator = 'REC-01' and version = $2",
          [secretary.personId, version],
        ),
      ).rejects.toMatchObject({ code: "42501" });
    } finally {
      await client.query("rollback");
      client.release();
    }
    const second = await addMember(kernel, office, { duties: ["secretary"] });
    expect(await adopt(second, version, "REC-01")).toMatchObject({ version });
  });

  it("[DF7] begin with a period that is not over, on the ground of the newest, and differ from it", async () => {
    const edit = await editOf("SME-04", { range: ["0", "140"] });
    const given = { edit, indicator: "SME-04" };
    await expect(propose(officer, { ...given, fromPeriod: "2026Q3" })).rejects.toMatchObject({
      faults: [{ field: "fromPeriod", rule: "dateInPast" }],
    });
    await expect(propose(officer, { ...given, edit: { ...edit, basedOn: 7 } })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await expect(propose(officer, { ...given, edit: await editOf("SME-04", {}) })).rejects.toMatchObject({
      faults: [{ field: "edit", rule: "duplicate" }],
    });
    const { version } = await propose(officer, given);
    kernel.setNow(new Date("2027-01-05T02:00:00Z"));
    await expect(adopt(secretary, version, "SME-04")).rejects.toMatchObject({ code: "WRONG_STATE" });
    kernel.setNow(new Date("2026-11-24T02:00:00Z"));
  });

  it("[DF7] are taken back by who proposed them or turned down by a secretary; their number is not given again", async () => {
    const edit = await editOf("SME-03", { releaseLagQuarters: 3 });
    const given = { edit, indicator: "SME-03" };
    const second = await addMember(kernel, office, { duties: ["officer"] });
    const { version } = await propose(officer, given);
    await expect(withdraw(firm, version)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(withdraw(second, version)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const seen = async (by: TestMember) =>
      (await list(by.principal, "SME-03")).versions.filter(({ adopted }) => !adopted);
    expect((await seen(second)).map((one) => one.mayWithdraw)).toEqual([false]);
    expect((await seen(officer)).map((one) => one.mayWithdraw)).toEqual([true]);
    await withdraw(officer, version);
    expect(await seen(officer)).toEqual([]);
    await expect(withdraw(officer, version)).rejects.toMatchObject({ code: "WRONG_STATE" });
    await expect(adopt(secretary, version, "SME-03")).rejects.toMatchObject({ code: "NOT_FOUND" });
    const { version: next } = await propose(officer, given);
    expect(next).toBe(version + 1);
    await withdraw(secretary, next);
    const { version: last } = await propose(officer, given);
    await adopt(secretary, last, "SME-03");
    await expect(withdraw(secretary, last)).rejects.toMatchObject({ code: "WRONG_STATE" });
    const told = (await kernel.owner.select().from(outbox).where(eq(outbox.name, "notice.deliver")))
      .map(({ payload }) => payload)
      .filter(({ path }) => path === "/indicators/SME-03/definition");
    expect(told.filter(({ kind, officers }) => kind === "definition.proposed" && officers)).toHaveLength(3);
    expect(told.filter(({ personId }) => personId === officer.personId).map(({ params }) => params)).toEqual([
      { title: "SME-03", decision: "withdrawn" },
      { title: "SME-03", decision: "adopted" },
    ]);
  });

  it("[DF7] that an officer did not propose are not taken back past the verb either", async () => {
    const edit = await editOf("SME-02", { releaseLagQuarters: 3 });
    const { version } = await propose(officer, { edit, indicator: "SME-02" });
    const second = await addMember(kernel, office, { duties: ["officer"] });
    const take = (by: TestMember) =>
      asRaw(
        kernel,
        by,
        `update definition set withdrawn_at = now() where indicator = 'SME-02' and version = ${version} returning 1`,
      );
    expect(await take(second)).toBe("nothing");
    expect(await take(firm)).toBe("nothing");
  });

  it("[DF5] at fault are refused with the place and the rule", async () => {
    const measure = (expression: string) => ({ measures: [{ code: "rate", expression }] });
    const refused = async (change: Partial<DefinitionEdit>) =>
      propose(officer, { edit: await editOf("REC-02", change), indicator: "REC-02" }).then(
        () => [],
        ({ faults }: { faults: { field: string; rule: string }[] }) =>
          faults.map(({ field, rule }) => `${field} ${rule}`),
      );
    expect(await refused(measure("lithium_recovered / lithium_fed"))).toEqual([
      "edit.measures.0.expression unitMismatch",
    ]);
    expect(await refused(measure("100 * lithium_recovered /"))).toEqual([
      "edit.measures.0.expression badFormat",
    ]);
    expect(await refused(measure("process(exit)"))).toEqual(["edit.measures.0.expression notInList"]);
    expect(await refused({ breakdowns: [["colour"]] })).toEqual(["edit.breakdowns.0 notInList"]);
    const term = {
      code: "new",
      name: { zh: "新", en: "new" },
      text: { zh: "新", en: "new" },
      source: "test",
    };
    expect(await refused({ terms: [{ ...term, dimension: "chemistry", codes: ["lfp"] }] })).toEqual([
      "edit.terms.0.dimension notInList",
    ]);
    expect(await refused({ range: ["105", "0"] })).toEqual(["edit.range rangeReversed"]);
    expect(await refused(measure("100 * (lithium_recovered + lithium_residue) / lithium_fed"))).toEqual([]);
  });

  it("[DF7] that exist are never changed by those of the product", async () => {
    await adoptDefinitions(kernel);
    expect(await seedDefinitions(kernel.worker)).toBe(0);
    const [row] = await kernel.owner
      .select({ content: definition.content })
      .from(definition)
      .where(and(eq(definition.indicator, "MAT-01"), eq(definition.version, 2)));
    expect(JSON.stringify(row?.content)).not.toContain("ncm712");
  });
});
