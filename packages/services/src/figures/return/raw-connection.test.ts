import { returnEvent, returnExplanation, returnForm, returnValue } from "@lilink/db/schema";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  addMember,
  addOffice,
  addOrganization,
  adoptDefinitions,
  asRaw,
  createTestKernel,
  openTestRound,
  type TestMember,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { verifyReturn } from "./decide-return.ts";
import { saveValues } from "./save-values.ts";
import { submitReturn } from "./submit-return.ts";

const kernel = await createTestKernel(new Date("2026-10-12T02:00:00Z"));
const { app, owner } = kernel;
await adoptDefinitions(kernel);
const { officer, secretariat } = await addOffice(kernel);
const firm = await addOrganization(kernel, { links: ["smelting"], province: "36" });
const filer = await addMember(kernel, firm);
const delegate = await addMember(kernel, firm, { role: "editor", duties: ["delegate"] });
const rival = await addMember(kernel, await addOrganization(kernel, { links: ["smelting"], province: "36" }));
const seat = await addMember(kernel, secretariat, { role: "editor", duties: ["delegate"] });
const own36 = await addMember(kernel, await addOrganization(kernel, { kind: "regulator", province: "36" }));
const other63 = await addMember(kernel, await addOrganization(kernel, { kind: "regulator", province: "63" }));
const pending36 = await addMember(
  kernel,
  await addOrganization(kernel, { kind: "regulator", province: "36", status: "pending" }),
);

const figure = {
  component: "lithium_salt_output",
  place: ["li2co3-batt", "brine"],
  raw: "1234567",
  revision: 0,
};
const periods = ["2026Q3", "2026Q2", "2026Q1", "2025Q4"] as const;

/** A return with one figure, handed in where that is wanted. */
async function given(period: (typeof periods)[number], handIn: boolean) {
  const round = await openTestRound(kernel, officer, period);
  const form = await round.formOf(firm, "smelting.quarterly");
  const { publicId, id } = form;
  await call(app, filer.principal, saveValues, { publicId, version: 1, values: [figure] });
  await owner.insert(returnExplanation).values({
    formId: id,
    organizationId: firm.id,
    version: 1,
    check: "missing",
    text: "As planned.",
    changedAt: app.clock(),
  });
  if (handIn)
    await call(app, filer.principal, submitReturn, { publicId, version: 1, reason: "By agreement." });
  return { publicId, id };
}
const stateOf = async (id: string) => {
  const [row] = await owner.select().from(returnForm).where(eq(returnForm.id, id));
  return row;
};
const tables = ["return_form", "return_value", "return_explanation", "return_event"];
const raw = (by: TestMember, statement: string) => asRaw(kernel, by, statement);

describe("a statement past the verbs", () => {
  it("[RT7] reads nothing of another's return, however it asks", async () => {
    const { id } = await given("2026Q3", true);
    for (const table of tables) {
      const column = table === "return_form" ? "id" : "form_id";
      const read = `select 1 from ${table} where ${column} = '${id}'`;
      for (const who of [rival, delegate, seat, other63, pending36])
        expect(await raw(who, read), table).toBe("nothing");
      for (const who of [filer, own36, officer]) expect(await raw(who, read), table).toBe("done");
    }
  });

  it("[RT9] a checker reads nothing of what is being typed", async () => {
    const { id } = await given("2026Q2", false);
    for (const who of [own36, officer])
      for (const table of ["return_value", "return_explanation"])
        expect(await raw(who, `select 1 from ${table} where form_id = '${id}'`), table).toBe("nothing");
    expect(await raw(filer, `select 1 from return_value where form_id = '${id}'`)).toBe("done");
  });

  it("[RT2] changes nothing that was handed in, and moves no state but by its own doors", async () => {
    const { id, publicId } = await given("2026Q1", true);
    expect(await raw(filer, `update return_value set raw = '1', value = 1 where form_id = '${id}'`)).toBe(
      "nothing",
    );
    expect(await raw(filer, `delete from return_value where form_id = '${id}'`)).toBe("nothing");
    for (const state of ["draft", "verified", "locked"])
      for (const who of [filer, rival, own36, officer])
        expect(await raw(who, `update return_form set state = '${state}' where id = '${id}'`)).toBe(
          "nothing",
        );
    expect(await raw(filer, `update return_form set version = 2 where id = '${id}'`)).toBe("42501");
    expect(await raw(filer, `update return_form set verified_version = 1 where id = '${id}'`)).toBe("42501");
    for (const kind of ["verified", "queried", "corrected"])
      for (const who of [filer, own36])
        expect(
          await raw(
            who,
            `insert into return_event (id, form_id, organization_id, version, kind, by_organization, by_person, at)
             values ('${app.newId()}', '${id}', '${firm.id}', 1, '${kind}', app.org(), app.person(), now())`,
          ),
        ).toBe("42501");
    await call(app, own36.principal, verifyReturn, { publicId, version: 1 });
    const door = `select 1 where app.reopen_return('${id}', 1, 'x', '${app.newId()}', now())`;
    for (const who of [rival, delegate, own36]) expect(await raw(who, door)).toBe("nothing");
    expect(await stateOf(id)).toMatchObject({ state: "verified", version: 1, verifiedVersion: 1 });
  });

  it("[RT9] verifies nothing of one's own: neither by the door nor in another's name", async () => {
    const { id } = await given("2025Q4", false);
    const sign = `update return_form set state = 'submitted', submitted_by = '${officer.personId}' where id = '${id}'`;
    expect(await raw(filer, sign)).toBe("42501");
    const typed = `update return_value set raw = '2', changed_by = '${officer.personId}' where form_id = '${id}'`;
    expect(await raw(filer, typed)).toBe("42501");
    expect(
      await raw(
        filer,
        `update return_form set state = 'submitted', submitted_by = app.person() where id = '${id}'`,
      ),
    ).toBe("done");
    const decide = `select 1 where app.decide_return('${id}', 1, true, null, '${app.newId()}', now())`;
    for (const who of [filer, rival, other63, pending36, seat])
      expect(await raw(who, decide)).toBe("nothing");
    // Whoever also sits in a regulator does not check the firm to which he belongs.
    const both = await addMember(
      kernel,
      await addOrganization(kernel, { kind: "regulator", province: "36" }),
    );
    await owner.execute(
      `insert into membership (organization_id, person_id, role, duties, active, created_at)
       values ('${firm.id}', '${both.personId}', 'viewer', '{}', false, now())`,
    );
    expect(await raw(both, decide)).toBe("42501");
    expect(await stateOf(id)).toMatchObject({ state: "submitted", verifiedVersion: null });
    expect(
      await owner.$count(returnEvent, and(eq(returnEvent.formId, id), eq(returnEvent.kind, "verified"))),
    ).toBe(0);
    expect(await owner.$count(returnValue, eq(returnValue.formId, id))).toBe(1);
  });
});
