import { returnForm } from "@lilink/db/schema";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import {
  addDefinition,
  addMember,
  addOfficer,
  addOrganization,
  addRound,
  asRaw,
  createTestKernel,
  makeTestRelease,
  sampleComponent,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { latestFigures } from "./latest-figures.ts";
import { loadRelease } from "./load-release.ts";

const kernel = await createTestKernel();
const officer = await addOfficer(kernel);
await addDefinition(kernel, "RES-01", { components: [sampleComponent("output")] });
const round = await addRound(kernel, "2025Q1");
for (let at = 0; at < 7; at++) {
  const form = await round.file(await addOrganization(kernel), [{ component: "output", value: "100" }], {
    indicators: ["RES-01"],
  });
  if (at < 2)
    await kernel.owner.update(returnForm).set({ verifiedVersion: null }).where(eq(returnForm.id, form.id));
}
const publicId = await makeTestRelease(kernel, officer, round.publicId, { minContributors: 3, pPercent: 10 });
const reader = await addMember(kernel, await addOrganization(kernel));

it("[RL9] coverage is stored as it is shown, and only officers read the counts behind it, by row security alone", async () => {
  const coverageOf = async ({ principal }: typeof reader) =>
    (await call(kernel.app, principal, loadRelease, { publicId })).coverage[0];
  expect(await coverageOf(officer)).toMatchObject({ percent: 70, owed: 7, verified: 5 });
  expect(await coverageOf(reader)).toMatchObject({ percent: 70, owed: null, verified: null });
  const [series] = await call(kernel.app, reader.principal, latestFigures, { measures: "headline" });
  expect(series?.figures[0]?.coverage).toBe(70);
  expect(await asRaw(kernel, officer, "select from release_count")).toBe("done");
  expect(await asRaw(kernel, reader, "select from release_count")).toBe("nothing");
  const rows = await kernel.ownerRows("select coverage from figure_release");
  expect(rows).toEqual([{ coverage: { "RES-01": { percent: 70, definition: 1, headline: "output_sum" } } }]);
});
