import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concepts, type LinkId, linkIds } from "../../chain/index.ts";
import { interestAims } from "../../introduction/index.ts";
import { organizationKinds } from "../../organization/index.ts";
import { cooperationForms, postingKinds } from "../../posting/index.ts";
import { findFigureDimension, listLeaves } from "../definition/index.ts";
import { shippedDefinitions } from "../definition/shipped.ts";
import {
  type AgreementFact,
  type CountedFigure,
  countAgreements,
  countNeeds,
  countProjects,
  countWeakNeeds,
  keepCounted,
  linkPairOf,
  type SideFact,
  standingOf,
} from "./index.ts";

const links = fc.subarray([...linkIds]);
const concept = fc.constantFrom(...concepts.map(({ id }) => id));
const side = fc.record({
  organizationId: fc.constantFrom("a", "b", "c"),
  links,
  posting: fc.option(
    fc.record({
      kind: fc.constantFrom(...postingKinds),
      concept,
      cooperation: fc.subarray([...cooperationForms]),
    }),
  ),
});
const fact = fc.constantFrom("x", "y", "z");
const agreement = fc.record({ fact, aim: fc.constantFrom(...interestAims), sides: fc.tuple(side, side) });
const project = fc.record({
  fact,
  organizationId: fc.constantFrom("a", "b"),
  organizationKind: fc.constantFrom(...organizationKinds),
  concept,
  trl: fc.option(fc.integer({ min: 1, max: 9 })),
  partners: fc.array(fc.record({ organizationKind: fc.constantFrom(...organizationKinds), links }), {
    maxLength: 3,
  }),
});
const need = fc.record({
  fact,
  organizationId: fc.constantFrom("a", "b"),
  organizationKind: fc.constantFrom(...organizationKinds),
  concept,
  fulfilled: fc.boolean(),
  withdrawn: fc.boolean(),
  contactDays: fc.option(fc.nat(365)),
});

const sum = (figures: readonly CountedFigure[], component: string) =>
  figures
    .filter((figure) => figure.component === component)
    .reduce((total, { value }) => total.plus(value), new Decimal(0))
    .toNumber();

const offer = (of: string, ...own: LinkId[]): SideFact => ({
  organizationId: of,
  links: own,
  posting: { kind: "capability", concept: "li2co3-batt", cooperation: ["supply", "toll"] },
});
const want = (of: string, ...own: LinkId[]): SideFact => ({
  organizationId: of,
  links: own,
  posting: { kind: "need", concept: "li2co3-batt", cooperation: ["toll"] },
});

describe("what the exchange tells of itself", () => {
  it("[EX1] sees the seller of carbonate in smelting and its user in the link that it feeds", () => {
    expect(standingOf(offer("a", "resource"))?.link).toBe("smelting");
    expect(standingOf(want("b", "materials"))).toMatchObject({ link: "materials" });
    expect(standingOf(want("b", "chain"))).toEqual({ link: "chain", stage: null });
    expect(standingOf({ organizationId: "c", links: ["recycling"], posting: null })).toEqual({
      link: "recycling",
      stage: null,
    });
    expect(standingOf({ organizationId: "c", links: [], posting: null })).toBeNull();
    expect(linkPairOf("materials", "smelting")).toBe("smelting-materials");
  });

  it("[EX2] counts a contract once, half with either side, by the form that both name", () => {
    const contract: AgreementFact = {
      fact: "x",
      aim: "sample",
      sides: [want("b", "materials"), offer("a", "smelting")],
    };
    const place = { link_pair: "smelting-materials", agreement_type: "toll", agreement_origin: "platform" };
    expect(countAgreements([contract])).toEqual([
      {
        fact: "x",
        component: "collaboration_items",
        organizationId: "b",
        place: { link_pair: "smelting-materials" },
        value: "0.5",
      },
      {
        fact: "x",
        component: "collaboration_items",
        organizationId: "a",
        place: { link_pair: "smelting-materials" },
        value: "0.5",
      },
      { fact: "x", component: "cooperation_agreements", organizationId: "b", place, value: "0.5" },
      { fact: "x", component: "cooperation_agreements", organizationId: "a", place, value: "0.5" },
    ]);
    const within: AgreementFact = { ...contract, sides: [want("b", "smelting"), offer("a", "smelting")] };
    expect(sum(countAgreements([within]), "collaboration_items")).toBe(1);
  });

  it("[EX3] counts a project with its lead, and asks for a firm and an institute", () => {
    const given = {
      fact: "x",
      organizationId: "u",
      organizationKind: "university_or_institute",
      concept: "ncm811",
      trl: 4,
    } as const;
    const firm = { organizationKind: "enterprise", links: ["smelting"] } as const;
    expect(countProjects([{ ...given, partners: [] }])).toEqual([]);
    expect(
      countProjects([{ ...given, partners: [firm] }]).map(({ component, place }) => [component, place]),
    ).toEqual([
      ["collaboration_items", { link_pair: "smelting-materials" }],
      ["research_projects", { item_link: "materials", trl_class: "trl4_6", project_fund: "fund_none" }],
    ]);
    const firms = { ...given, organizationKind: "enterprise", partners: [firm] } as const;
    expect(sum(countProjects([firms]), "research_projects")).toBe(0);
  });

  it("[EX6] leaves a fact where an edition before counted it, and counts what became of it and what came", () => {
    const one = { fact: "x", component: "needs_fulfilled", organizationId: "a", group: "a", value: "0" };
    const was = { ...one, place: { item_link: "smelting", province: "36" } };
    const moved = { ...one, group: "g", value: "1", place: { item_link: "recycling" } };
    const came = { ...moved, fact: "y" };
    const gone = { ...was, fact: "z" };
    expect(keepCounted([], [was])).toEqual([was]);
    expect(keepCounted([was, gone], [moved, came])).toEqual([
      { ...was, value: "1" },
      gone,
      { ...came, group: "a" },
    ]);
  });

  it("[EX2] [EX3] [EX4] [EX5] agrees with a plain count, at codes that the definitions know", () => {
    const components = new Map(
      shippedDefinitions.flatMap((one) => one.components.map((component) => [component.code, component])),
    );
    fc.assert(
      fc.property(
        fc.array(agreement, { maxLength: 8 }),
        fc.array(project, { maxLength: 8 }),
        fc.array(need, { maxLength: 8 }),
        (agreements, projects, needs) => {
          const placed = agreements.filter(({ sides }) => sides.every((one) => standingOf(one) !== null));
          const told = countAgreements(agreements);
          expect(sum(told, "collaboration_items")).toBe(placed.length);
          expect(sum(told, "cooperation_agreements")).toBeLessThanOrEqual(placed.length);
          const led = countProjects(projects);
          expect(sum(led, "collaboration_items")).toBe(
            projects.filter(({ partners }) => partners.length > 0).length,
          );
          const asked = countNeeds(needs);
          expect(sum(asked, "needs_posted")).toBe(needs.length);
          expect(sum(asked, "needs_fulfilled")).toBe(needs.filter(({ fulfilled }) => fulfilled).length);
          expect(sum(asked, "needs_fulfilled") + sum(asked, "needs_withdrawn")).toBeLessThanOrEqual(
            needs.length,
          );
          const weak = countWeakNeeds(needs.map((one) => ({ ...one, answered: one.fulfilled })));
          expect(sum(weak, "weak_needs")).toBe(needs.length);
          for (const { component, place } of [...told, ...led, ...asked, ...weak]) {
            const { dimensions = [] } = components.get(component) ?? {};
            expect(Object.keys(place).sort(), component).toEqual([...dimensions].sort());
            for (const [dimension, code] of Object.entries(place)) {
              const codes = listLeaves(findFigureDimension(dimension)?.codes ?? []).map((leaf) => leaf.code);
              expect(codes, dimension).toContain(code);
            }
          }
        },
      ),
    );
  });
});
