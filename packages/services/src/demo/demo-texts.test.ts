import { findDoubts, type LevelChoice, type PostingContent } from "@lilink/model/posting";
import { expect, it } from "vitest";
import demo from "./data/postings.json" with { type: "json" };

it("[PO11] no demo posting tells a contact, or what it keeps for fewer readers", () => {
  const told = demo.postings.flatMap(({ content, levels }) =>
    findDoubts(content as PostingContent, levels as LevelChoice, []).map(
      ({ field, quote }) => `${content.title} / ${field}: ${quote}`,
    ),
  );
  expect(demo.postings.length).toBeGreaterThan(40);
  expect(told).toEqual([]);
});
