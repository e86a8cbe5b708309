import { describe, expect, it } from "vitest";
import { addOffice, addOrganization, adoptDefinitions, createTestKernel } from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { listPublicFigures, notePublicFigure } from "./manage-public-figures.ts";

const kernel = await createTestKernel(new Date("2026-10-12T02:00:00Z"));
await adoptDefinitions(kernel);
const { officer } = await addOffice(kernel);
const firm = await addOrganization(kernel);
const list = () => call(kernel.app, officer.principal, listPublicFigures, {});
const note = (component: string) =>
  call(kernel.app, officer.principal, notePublicFigure, {
    ...{ organization: firm.publicId, component, period: "2026Q4", source: "Its own report" },
  });

describe("public figures", () => {
  it("[RL13] offers the reporting items of today, and each of them can be noted", async () => {
    const { components, figures } = await list();
    expect(figures).toEqual([]);
    const codes = [...new Set(components.map(({ component }) => component.code))];
    expect(codes).toContain("lithium_salt_output");
    expect(new Set(components.map(({ indicator }) => indicator)).size).toBeGreaterThan(5);
    for (const code of codes) await note(code);
    const noted = (await list()).figures.map(({ component }) => component);
    expect(noted.sort()).toEqual(codes.sort());
  });

  it("[RL13] refuses an item that no definition has", async () => {
    await expect(note("no_such_item")).rejects.toMatchObject({
      code: "INVALID_INPUT",
      faults: [{ field: "component", rule: "notInList" }],
    });
  });
});
