import { returnValue } from "@lilink/db/schema";
import fc from "fast-check";
import { expect, it } from "vitest";
import {
  addMember,
  addOffice,
  addOrganization,
  adoptDefinitions,
  createTestKernel,
  openTestRound,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { listReturnFigures } from "./list-figures.ts";
import { loadReturnTemplate } from "./load-template.ts";

const kernel = await createTestKernel(new Date("2026-10-12T02:00:00Z"));
const { app, owner } = kernel;
await adoptDefinitions(kernel);
const { officer } = await addOffice(kernel);
const firm = await addOrganization(kernel, { links: ["smelting"] });
const filer = await addMember(kernel, firm);
const round = await openTestRound(kernel, officer, "2026Q3");
const form = await round.formOf(firm, "smelting.quarterly");
const { publicId } = form;

const places = [["li2co3-batt", "spodumene"], ["li2co3-batt", "brine"], ["lioh-batt", "spodumene"], []];
const components = ["lithium_salt_output", "lithium_salt_capacity", "lithium_salt_mass"];
const stored = components.flatMap((component) =>
  places.flatMap((place, at) =>
    ["", "一号厂", "二号厂", 'Plant, "3"'].map((site, number) => ({
      component,
      place,
      site,
      raw: number === 3 && at === 0 ? "" : String(10 * at + number),
    })),
  ),
);
await owner.insert(returnValue).values(
  stored.map((one) => ({
    id: app.newId(),
    formId: form.id,
    organizationId: firm.id,
    version: 1,
    ...one,
    unit: "t",
    value: one.raw === "" ? null : one.raw,
    revision: 1,
    changedAt: app.clock(),
  })),
);
const filled = stored.filter(({ raw }) => raw !== "");

async function readAll(limit: number, component?: string) {
  const read = [];
  let cursor: string | undefined;
  do {
    const page = await call(app, filer.principal, listReturnFigures, {
      publicId,
      limit,
      ...(component ? { component } : {}),
      ...(cursor ? { cursor } : {}),
    });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    read.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return read;
}
const keyOf = ({ component, site, place }: { component: string; site: string; place: readonly string[] }) =>
  JSON.stringify([component, site, place]);

it("[RT14] pages of any length, of all or of one component, hold every figure once", async () => {
  const limits = fc.integer({ min: 1, max: 60 });
  await fc.assert(
    fc.asyncProperty(limits, fc.option(fc.constantFrom(...components)), async (limit, component) => {
      const read = await readAll(limit, component ?? undefined);
      const wanted = filled.filter((one) => component === null || one.component === component);
      expect(read.map(keyOf).sort()).toEqual(wanted.map(keyOf).sort());
    }),
    { numRuns: 25 },
  );
});

it("[RT14] a cursor that was invented is refused, and nobody else reads a page", async () => {
  const refused = call(app, filer.principal, listReturnFigures, { publicId, cursor: "WyJhIl0" });
  await expect(refused).rejects.toMatchObject({ code: "INVALID_INPUT", faults: [{ field: "cursor" }] });
  const stranger = await addMember(kernel, await addOrganization(kernel, { links: ["smelting"] }));
  for (const read of [
    call(app, stranger.principal, listReturnFigures, { publicId }),
    call(app, stranger.principal, loadReturnTemplate, { publicId }),
  ])
    await expect(read).rejects.toMatchObject({ code: "NOT_FOUND" });
});

it("[FI3] a template counts the stored figures at each place", async () => {
  const { stored: counted } = await call(app, filer.principal, loadReturnTemplate, { publicId });
  const wanted = new Map<string, number>();
  for (const one of filled) {
    const key = JSON.stringify([one.component, one.place]);
    wanted.set(key, (wanted.get(key) ?? 0) + 1);
  }
  expect(new Map(counted.map((one) => [JSON.stringify([one.component, one.place]), one.figures]))).toEqual(
    wanted,
  );
});
