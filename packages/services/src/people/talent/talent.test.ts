import { talentRollup, talentSource } from "@lilink/db/schema";
import { describe, expect, it } from "vitest";
import {
  addLaboratory,
  addMember,
  addOfficer,
  addOrganization,
  addPosting,
  asRaw,
  codeOf,
  createTestKernel,
  publishRecord,
  sampleContent,
  sampleTerms,
  type TestMember,
} from "../../../testing/index.ts";
import { acceptUse } from "../../exchange/use/accept-use.ts";
import { setUse } from "../../exchange/use/set-use.ts";
import { protectHere } from "../../figures/release/protect-here.ts";
import { call } from "../../kernel/call.ts";
import { recordVerbs } from "../../record/record-verbs.ts";
import { loadTalent } from "./load-talent.ts";
import { rollUpTalent } from "./roll-up-talent.ts";

const kernel = await createTestKernel();
const officer = await addOfficer(kernel);
const parameters = { minContributors: 3 };
const visitor = { kind: "anonymous" } as const;

const firm = async () => addMember(kernel, await addOrganization(kernel, { links: ["recycling"] }));
let made = 0;
const state = (who: TestMember, given: Record<string, unknown> = {}) =>
  publishRecord(
    kernel,
    "skillDemand",
    who,
    {
      title: `post ${++made}`,
      skill: "residual-value-testing",
      kind: "tester",
      province: "36",
      year: 2026,
      quarter: "2",
      wanted: { value: "4", low: null, high: null, unit: "persons", basis: null },
      employed: 10,
      statedOn: "2026-03-01",
      ...given,
    },
    [["file", who]],
  );
const rollUp = (day: string) => {
  kernel.setNow(new Date(`${day}T04:00:00Z`));
  return rollUpTalent(
    kernel.worker,
    { id: kernel.app.newId(), name: "talent.rollUp" },
    { protect: protectHere, parameters },
  );
};
const wantedIn = (value: string) => ({ value, low: null, high: null, unit: "persons", basis: null });

describe("demand for people, rolled up", async () => {
  const firms = [await firm(), await firm(), await firm(), await firm()] as const;
  for (const who of firms) await state(who);
  // One firm alone wants testers in Qinghai: its figure would name it.
  await state(firms[0], { province: "63", wanted: wantedIn("3") });
  await rollUp("2026-11-29");

  it("[SK4] publishes sums of several firms, and bounds where one firm would be named", async () => {
    const { items, asOf, year } = await call(kernel.app, visitor, loadTalent, {});
    expect([asOf, year]).toEqual(["2026-10-01", 2026]);
    const [testers] = items;
    expect(testers?.skill).toBe("residual-value-testing");
    const at = (province: string) => testers?.provinces.find((one) => one.province === province);
    expect(at("63")).toMatchObject({ withheld: true });
    // The sum of all would give it away beside the other province, so one of the two is kept too.
    const rest = [at("36")?.withheld, testers?.wanted?.withheld];
    expect(rest).toContain(true);
    expect(JSON.stringify(items)).not.toContain("post 5");
  });

  it("[SK3] nobody but the worker reads what a roll-up was made from, and nobody else a filing", async () => {
    expect((await kernel.owner.select().from(talentSource)).length).toBe(1);
    for (const member of [officer, firms[0]])
      expect(await asRaw(kernel, member, "select * from talent_source")).toBe("42501");
    const load = recordVerbs.skillDemand?.load;
    if (!load) throw new Error("no such register");
    const publicId = await state(firms[1], { quarter: "3" });
    expect(await codeOf(call(kernel.app, firms[1].principal, load, { publicId } as never))).toBe("done");
    expect(await codeOf(call(kernel.app, firms[2].principal, load, { publicId } as never))).toBe("NOT_FOUND");
    expect(await codeOf(call(kernel.app, visitor, load, { publicId } as never))).not.toBe("done");
  });

  it("[SK4] is made once a quarter and stays as it is; the next knows what it told", async () => {
    const before = await kernel.owner.select().from(talentRollup);
    await state(firms[2], { quarter: "4", statedOn: "2026-11-01" });
    await rollUp("2026-12-31");
    expect(await kernel.owner.select().from(talentRollup)).toEqual(before);
    await rollUp("2027-01-02");
    const later = await kernel.owner.select().from(talentRollup);
    expect(later.map(({ asOf }) => asOf).sort()).toEqual(["2026-10-01", "2027-01-01"]);
    expect(later.find(({ asOf }) => asOf === "2026-10-01")?.cells).toEqual(before[0]?.cells);
    // A difference of two roll-ups would tell the one filing that came between: the sum that holds it is kept.
    const sums = later
      .find(({ asOf }) => asOf === "2027-01-01")
      ?.cells.filter(
        ({ component, year, province }) => component === "wanted" && year === 2026 && province === "36",
      );
    expect(sums?.every(({ withheld }) => withheld)).toBe(true);
  });
});

describe("seats beside demand", async () => {
  const school = await addMember(kernel, await addOrganization(kernel, { kind: "university_or_institute" }));
  const programme = {
    title: { zh: "残值检测班", en: "Course for testers" },
    kind: "short",
    stage: "running",
    skills: ["residual-value-testing"],
    links: ["recycling"],
    province: "42",
    year: 2026,
    seats: 40,
    intake: 30,
    graduates: 28,
    placed: 20,
  };

  it("[SK5] [SK6] refuses more graduates than intake, and counts an approved or running programme by its skills", async () => {
    const save = recordVerbs.programme?.save;
    if (!save) throw new Error("no such register");
    expect(
      await codeOf(
        call(kernel.app, school.principal, save, { values: { ...programme, graduates: 31 } } as never),
      ),
    ).toBe("INVALID_INPUT");
    await publishRecord(kernel, "programme", school, programme, [
      ["submit", school],
      ["publish", officer],
    ]);
    // What is planned or closed gives nobody a seat.
    for (const stage of ["planned", "closed"])
      await publishRecord(
        kernel,
        "programme",
        school,
        { ...programme, stage, title: { zh: stage, en: stage } },
        [
          ["submit", school],
          ["publish", officer],
        ],
      );
    await addLaboratory(kernel, school, officer);
    await addLaboratory(kernel, await firm(), officer, "2027-01-01");
    const { items, testers, mismatch, seats } = await call(kernel.app, visitor, loadTalent, {});
    const taught = items.find(({ skill }) => skill === "residual-value-testing");
    expect(taught).toMatchObject({ seats: 40, intake: 30, graduates: 28, placed: 20 });
    expect(testers.laboratories).toBe(1);
    expect(seats).toEqual({ all: 40, compound: 0 });
    expect(mismatch === null || (mismatch >= 0 && mismatch <= 1)).toBe(true);
  });

  it("[SK3] a live need that says how many people counts with its first named skill", async () => {
    const other = await firm();
    await addPosting(kernel, other, "need", {
      ...sampleContent({
        concept: "svc-training",
        title: "培训萃取操作人员",
        summary: "每年培训湿法冶金萃取人员，四十名。",
        region: "44",
        figures: [{ attribute: "persons", op: ">=", value: "40", unit: "persons/a", hard: true }],
      }),
    });
    await rollUp("2027-04-02");
    const sources = await kernel.owner.select().from(talentSource);
    expect(JSON.stringify(sources)).toContain('["hydrometallurgy","44"]');
  });

  it("[US4] [SK3] a live need under terms of use counts nowhere, whoever accepted them", async () => {
    const [author, reader] = [await firm(), await firm()];
    const need = sampleContent({
      concept: "svc-training",
      title: "培训萃取操作人员",
      summary: "每年培训湿法冶金萃取人员，四十名。",
      region: "63",
      figures: [{ attribute: "persons", op: ">=", value: "40", unit: "persons/a", hard: true }],
    });
    const { publicId } = await addPosting(kernel, author, "need", need, {
      region: "member",
      "figures.persons": "member",
    });
    const told = async () => {
      await rollUp("2027-07-02");
      return JSON.stringify(await kernel.owner.select().from(talentSource));
    };
    const { version } = await call(kernel.app, author.principal, setUse, { publicId, terms: sampleTerms });
    await call(kernel.app, reader.principal, acceptUse, { publicId, version: version ?? 0, agreement: "" });
    expect(await told()).not.toContain('["hydrometallurgy","63"]');
  });
});
