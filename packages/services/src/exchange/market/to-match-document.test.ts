import { expect, it } from "vitest";
import { type StoredPosting, toMatchDocument } from "./to-match-document.ts";

it("[PO34] what a mail quotes is not matched as its own", () => {
  const description = "We offer 20 t of LFP a month.\n\n> We look for 40 t of LMFP, Fe below 20 ppm";
  const stored: StoredPosting = {
    id: "p",
    version: 1,
    kind: "capability",
    concept: "lfp",
    language: "en",
    organizationId: "o",
    wallKeys: [],
    useVersion: null,
    validUntil: null,
    parts: [{ level: "everyone", walled: false, fields: { title: "LFP", description } }],
  };
  const { body } = toMatchDocument(stored, "visitor");
  expect(body).toContain("20 t of LFP");
  expect(body).not.toContain("LMFP");
});
