import { auditEntry } from "@lilink/db/schema";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  addDefinition,
  addMember,
  addOfficer,
  addOrganization,
  addRound,
  createTestKernel,
  makeTestRelease,
  sampleComponent,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { loadStanding } from "./load-standings.ts";
import { loadFloor, setFloor } from "./set-floor.ts";

const kernel = await createTestKernel();
const { app } = kernel;
const visitor = { kind: "anonymous" } as const;
const officer = await addOfficer(kernel);
const stranger = await addMember(kernel, await addOrganization(kernel));

describe("the coverage that the group asks for", () => {
  it("[PG20] is set by an officer with a reason, in the log, for everyone to read", async () => {
    const asked = { percent: 70, reason: "Most firms report late in the first year." };
    await expect(call(app, stranger.principal, setFloor, asked)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(call(app, officer.principal, setFloor, { ...asked, percent: 75 })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    expect(await call(app, visitor, loadFloor, {})).toMatchObject({ percent: 80, decidedAt: null });
    await call(app, officer.principal, setFloor, asked);
    expect(await call(app, visitor, loadFloor, {})).toMatchObject(asked);
    const [entry] = await kernel.owner
      .select()
      .from(auditEntry)
      .where(eq(auditEntry.action, "goal.setFloor"));
    expect(entry?.detail).toMatchObject({ percent: 70, before: 80 });
  });

  it("[PG20] [PG21] qualifies a standing below it, and a revised figure has a band", async () => {
    await addDefinition(kernel, "SME-02", {
      frequency: "annual",
      components: [sampleComponent("able"), sampleComponent("whole")],
      measures: [
        { code: "capacity", name: { zh: "占比", en: "share" }, unit: "%", expression: "100 * able / whole" },
      ],
      breakdowns: [[]],
    });
    const able = (value: number) => [
      { component: "able", value: String(value) },
      { component: "whole", value: "100" },
    ];
    const round = await addRound(kernel, "2025");
    const release = () =>
      makeTestRelease(kernel, officer, round.publicId, { minContributors: 3, pPercent: 10 }, "everyone");
    for (let at = 0; at < 12; at++)
      await round.file(await addOrganization(kernel), able(50 + at), { indicators: ["SME-02"] });
    for (let at = 0; at < 8; at++)
      await round.file(await addOrganization(kernel), [], { indicators: ["SME-02"], owed: true });
    await release();
    const first = await call(app, visitor, loadStanding, { id: "G35-07" });
    expect(first).toMatchObject({ status: "first_figure", care: 60, release: { coverage: 60 } });
    expect(first.spread).toEqual({ low: "33.3", high: "73.3", why: ["coverage"] });
    for (const late of [20, 24, 28, 32, 36])
      await round.file(await addOrganization(kernel), able(late), { indicators: ["SME-02"] });
    await release();
    const second = await call(app, visitor, loadStanding, { id: "G35-07" });
    expect(second.spread?.why).toEqual(["coverage", "revision"]);
    await call(app, officer.principal, setFloor, {
      percent: 50,
      reason: "Agreed at the meeting of the group.",
    });
    expect(await call(app, visitor, loadStanding, { id: "G35-07" })).toMatchObject({ care: null });
  });
});
