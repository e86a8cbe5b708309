import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linkIds } from "../chain/index.ts";
import { checkCreditCode } from "../codes/index.ts";
import {
  canFollow,
  directory,
  dutyKinds,
  findDirectoryEntry,
  isMarkedFictional,
  organizationDuties,
  organizationKinds,
  organizationStatuses,
  toFictionalName,
} from "./index.ts";

describe("organizations", () => {
  it("[OR1] statuses follow one another as written; withdrawn is the end", () => {
    const steps = organizationStatuses.flatMap((from) =>
      organizationStatuses.filter((to) => canFollow(from, to)).map((to) => `${from} ${to}`),
    );
    expect(steps).toEqual([
      "unclaimed pending",
      "pending unclaimed",
      "pending verified",
      "pending withdrawn",
      "verified suspended",
      "verified withdrawn",
      "suspended verified",
      "suspended withdrawn",
    ]);
  });

  it("[OR2] the directory holds 46 bodies of the paper and 22 recalled, each with its confidence", () => {
    const named = directory.filter((entry) => entry.origin === "seed");
    expect([named.length, directory.length - named.length]).toEqual([46, 22]);
    expect(new Set(directory.map((entry) => entry.id)).size).toBe(68);
    for (const entry of directory) {
      expect(organizationKinds).toContain(entry.kind);
      for (const link of entry.links) expect(linkIds).toContain(link);
      expect(entry.origin === "seed").toBe(
        Boolean(entry.seedSays?.zh && entry.seedSays.en && entry.seedSection),
      );
      expect(entry.nameZh === null).toBe(entry.nameConfidence === "none");
      expect(isMarkedFictional(entry.nameEn + entry.nameZh)).toBe(false);
    }
  });

  it("[OR2] codes of the directory are valid, and the body that does not exist has none", () => {
    const codes = directory.flatMap((entry) => entry.creditCode ?? []);
    expect(codes).toHaveLength(3);
    for (const code of codes) expect(checkCreditCode(code).ok).toBe(true);
    const proposed = directory.filter((entry) => entry.proposed);
    expect(proposed.map((entry) => [entry.kind, entry.creditCode])).toEqual([
      ["coordination_group", undefined],
    ]);
    expect(findDirectoryEntry("ORG-22")?.nameZh).toBe("宁德时代新能源科技股份有限公司");
    expect(findDirectoryEntry("ORG-99")).toBeNull();
  });

  it("[OR3] every duty belongs to a kind", () => {
    expect(Object.keys(dutyKinds)).toEqual([...organizationDuties]);
  });

  it("[OR4] the mark of invention is seen in both languages and widths, and set once", () => {
    for (const name of ["甲公司(虚构)", "甲公司（虚构）", "Firm A (fictional)", "Firm A (Fictional)"])
      expect(isMarkedFictional(name)).toBe(true);
    for (const name of ["虚构电池有限公司", "Fictional Motors", ""])
      expect(isMarkedFictional(name)).toBe(false);
    fc.assert(
      fc.property(fc.string(), fc.constantFrom("zh", "en"), (name, language) => {
        const marked = toFictionalName(name, language);
        expect(isMarkedFictional(marked)).toBe(true);
        expect(toFictionalName(marked, language)).toBe(marked);
      }),
    );
  });
});
