import { creditRoles, outputKinds } from "@lilink/model/fund/life";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cordisProject, raidProject } from "../rest/project.ts";
import { cordisStatus, type OpenProject, toCordis } from "./open-project.ts";
import { toRaid } from "./raid.ts";

const home = "https://lilink.example";
const id = fc.stringMatching(/^[0-9A-Za-z]{12}$/);
const day = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const text = fc.string({ minLength: 1, unit: "grapheme" });
const project: fc.Arbitrary<OpenProject> = fc.record({
  publicId: id,
  title: fc.string({ minLength: 1, maxLength: 240, unit: "grapheme" }),
  abstract: fc.string({ maxLength: 2400 }),
  researchClass: fc.constantFrom("basic", "applied", "development"),
  state: fc.constantFrom("active", "closed", "terminated"),
  startsOn: day,
  endsOn: day,
  amount: fc.integer({ min: 1, max: 1e9 }),
  lead: fc.record({ publicId: id, nameZh: text, nameEn: fc.option(text) }),
  call: fc.option(fc.record({ publicId: id, number: text })),
  milestones: fc.array(
    fc.record({
      ...{ publicId: id, title: text, workPackage: text, measure: text, promisedOn: day, dueOn: day },
      endedOn: fc.option(day),
      state: fc.constantFrom("planned", "told", "reached", "missed", "dropped"),
    }),
    { maxLength: 3 },
  ),
  outputs: fc.array(
    fc.record({
      ...{ publicId: id, title: text, madeOn: day },
      kind: fc.constantFrom(...outputKinds),
      identifier: fc.oneof(fc.stringMatching(/^10\.\d{4,6}\/[a-z0-9.]{1,12}$/), text),
      contributors: fc.array(
        fc.record({
          name: text,
          roles: fc.uniqueArray(fc.constantFrom(...creditRoles), { minLength: 1, maxLength: 3 }),
          share: fc.integer({ min: 1, max: 100 }),
        }),
        { maxLength: 2 },
      ),
    }),
    { maxLength: 3 },
  ),
});

describe("a project as others read it", () => {
  it("[PJ5] is what the schemas of CORDIS and RAiD ask, whatever its texts hold", () => {
    fc.assert(
      fc.property(project, (one) => {
        expect(cordisProject.safeParse(toCordis(one, home)).error).toBeUndefined();
        expect(raidProject.safeParse(toRaid(one, home)).error).toBeUndefined();
      }),
    );
  });

  it("[PJ5] comes back from CORDIS without loss of what is mapped", () => {
    fc.assert(
      fc.property(project, (one) => {
        const { project: head, organization, deliverables } = JSON.parse(JSON.stringify(toCordis(one, home)));
        const states = Object.entries(cordisStatus);
        expect({
          publicId: head.id,
          title: head.title,
          abstract: head.objective,
          researchClass: head.fundingScheme,
          state: states.find(([, word]) => word === head.status)?.[0],
          startsOn: head.startDate,
          endsOn: head.endDate,
          amount: head.ecMaxContribution,
          lead: organization[0].organisationID,
          call: head.masterCall,
          milestones: deliverables.filter(byKind("milestone")).map(idOf),
          outputs: deliverables
            .filter((row: Row) => !byKind("milestone")(row))
            .map((row: Row) => [row.id, row.deliverableType, row.identifier, row.endedOn]),
        }).toEqual({
          publicId: one.publicId,
          title: one.title,
          abstract: one.abstract,
          researchClass: one.researchClass,
          state: one.state,
          startsOn: one.startsOn,
          endsOn: one.endsOn,
          amount: one.amount,
          lead: one.lead.publicId,
          call: one.call?.number ?? "",
          milestones: one.milestones.map(({ publicId }) => publicId),
          outputs: one.outputs.map((made) => [made.publicId, made.kind, made.identifier, made.madeOn]),
        });
      }),
    );
  });

  it("[PJ5] comes back from RAiD: texts longer than a field goes on in the next one", () => {
    fc.assert(
      fc.property(project, (one) => {
        const raid = toRaid(one, home);
        expect(raid.title.map((part) => part.text).join("")).toBe(one.title);
        expect(raid.description.map((part) => part.text).join("")).toBe(one.abstract);
        expect(raid.title.every(({ text: part }) => [...part].length <= 100)).toBe(true);
        expect(raid.title.filter(({ type }) => type.id.endsWith("/380"))).toHaveLength(1);
        expect([raid.date.startDate, raid.date.endDate]).toEqual([one.startsOn, one.endsOn]);
        expect(raid.identifier.id.endsWith(`/${one.publicId}`)).toBe(true);
        expect(raid.relatedObject.every(({ id: doi }) => doi.startsWith("https://doi.org/10."))).toBe(true);
      }),
    );
  });

  it("[PJ5] the schemas refuse what lacks a title or a day", () => {
    const [one] = fc.sample(project, { numRuns: 1, seed: 3 });
    if (!one) throw new Error("no sample");
    expect(raidProject.safeParse({ ...toRaid(one, home), title: [] }).success).toBe(false);
    const cordis = toCordis(one, home);
    expect(cordisProject.safeParse({ ...cordis, project: { ...cordis.project, endDate: "" } }).success).toBe(
      false,
    );
  });
});

type Row = {
  readonly id: string;
  readonly deliverableType: string;
  readonly identifier: string;
  readonly endedOn: string;
};
const byKind = (kind: string) => (row: Row) => row.deliverableType === kind;
const idOf = ({ id: own }: Row) => own;
