import { describe, expect, it } from "vitest";
import { addMember, addOrganization, addPosting, createTestKernel } from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { loadPosting } from "./load-posting.ts";

const kernel = await createTestKernel();
const firmA = await addOrganization(kernel, {
  links: ["materials"],
  offers: ["ncm811"],
  needs: ["li2co3-batt"],
});
const buyer = await addMember(kernel, firmA);
const supplier = await addMember(
  kernel,
  await addOrganization(kernel, { links: ["smelting"], offers: ["li2co3-batt"] }),
);
const rival = await addMember(
  kernel,
  await addOrganization(kernel, { links: ["materials"], offers: ["ncm622"] }),
);
const silentRival = await addMember(kernel, await addOrganization(kernel, { links: ["materials"] }));
const newcomer = await addMember(kernel, await addOrganization(kernel, { status: "pending" }));
const need = await addPosting(kernel, buyer, "need");

const reads = async (principal: Parameters<typeof call>[1]) =>
  (await call(kernel.app, principal, loadPosting, { publicId: need.publicId })).reading;

describe("who reads what of a published need", () => {
  it("[PO5] gives its owner every field", async () => {
    expect((await reads(buyer.principal))?.fields).toMatchObject({
      customers: "CUSTOMER-SECRET",
      price: "PRICE-SECRET",
    });
  });

  it("[PO5] gives a verified member the volume and no partner field", async () => {
    const reading = await reads(supplier.principal);
    expect(reading?.fields.volume).toEqual({ amount: "8000", unit: "t/a" });
    expect(reading?.fields).not.toHaveProperty("price");
    expect(reading?.fields).not.toHaveProperty("identity");
  });

  it("[PO6] hides volume and capacity from a competing maker, and from a competitor that declares only its link", async () => {
    for (const outsider of [rival, silentRival]) {
      const reading = await reads(outsider.principal);
      expect(reading?.fields).not.toHaveProperty("volume");
      expect(reading?.fields.figures?.map((figure) => figure.attribute)).toEqual(["purity"]);
    }
  });

  it("[PO5] gives visitors and unverified members only the public part", async () => {
    for (const principal of [{ kind: "anonymous" } as const, newcomer.principal]) {
      const reading = await reads(principal);
      expect(Object.keys(reading?.fields ?? {}).sort()).toEqual(["cooperation", "summary", "title"]);
    }
  });
});
