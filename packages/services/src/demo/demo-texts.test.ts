import { findDoubts, isWalled, type LevelChoice, type PostingContent } from "@lilink/model/posting";
import { expect, it } from "vitest";
import demo from "./data/postings.json" with { type: "json" };

it("[PO11] no demo posting tells a contact, or openly what stands behind the wall", () => {
  const told = demo.postings.flatMap(({ content, levels }) =>
    findDoubts(content as PostingContent, levels as LevelChoice, [])
      .filter(({ of }) => of === undefined || isWalled(of.replace(/^figures\./, "")))
      .map(({ field, quote }) => `${content.title} / ${field}: ${quote}`),
  );
  expect(demo.postings.length).toBeGreaterThan(40);
  expect(told).toEqual([]);
});
