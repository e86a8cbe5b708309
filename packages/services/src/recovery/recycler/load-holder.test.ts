import { expect, it } from "vitest";
import { addMember, addOrganization, createTestKernel, publishRecord } from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { loadHolder } from "./load-holder.ts";

const kernel = await createTestKernel();
const firm = await addOrganization(kernel);
const recycler = await addMember(kernel, firm);
const rival = await addMember(kernel, await addOrganization(kernel));
const group = await addOrganization(kernel, { kind: "coordination_group" });
const officer = await addMember(kernel, group, { duties: ["officer"] });

const claim = {
  qualification: "cascade",
  province: "42",
  capacity: { value: "500", low: null, high: null, unit: "t/a", basis: null },
  chemistries: ["lfp"],
  evidenceUntil: "2027-06-30",
};
const noticed = [
  ["submit", recycler],
  ["announce", officer, "It is complete."],
] as const;
const holderOf = (publicId: string, who: typeof rival | null) =>
  call(kernel.app, who?.principal ?? { kind: "anonymous" }, loadHolder, {
    register: "conformityClaim",
    publicId,
  });

it("[TR71] a public notice names its firm to everybody, and no other state does", async () => {
  const shown = { ...claim, site: { zh: "公示场", en: "Site in notice" } };
  const inNotice = await publishRecord(kernel, "conformityClaim", recycler, shown, noticed);
  for (const who of [null, rival]) expect((await holderOf(inNotice, who))?.publicId).toBe(firm.publicId);
  const listed = await publishRecord(
    kernel,
    "conformityClaim",
    recycler,
    { ...claim, site: { zh: "在列场", en: "Listed site" } },
    [...noticed, ["list", officer, "Nobody objected."]],
  );
  for (const who of [null, rival]) expect(await holderOf(listed, who)).toBeNull();
  const filed = await publishRecord(
    kernel,
    "conformityClaim",
    recycler,
    { ...claim, site: { zh: "在审场", en: "Filed site" } },
    [["submit", recycler]],
  );
  await expect(holderOf(filed, rival)).rejects.toThrow();
});
