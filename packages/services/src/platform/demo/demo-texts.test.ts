import { findDoubts, type LevelChoice, type PostingContent } from "@lilink/model/posting";
import { expect, it } from "vitest";
import cast from "./data/cast.json" with { type: "json" };
import demo from "./data/postings.json" with { type: "json" };

it("[PO11] no demo posting tells a contact, or what it keeps for fewer readers", () => {
  // With the names of all firms: none of them is a word of the trade.
  const names = cast.organizations.flatMap(({ nameZh, nameEn }) => [nameZh, nameEn]);
  const told = demo.postings.flatMap(({ content, levels }) =>
    findDoubts(content as PostingContent, levels as LevelChoice, names).map(
      ({ field, quote }) => `${content.title} / ${field}: ${quote}`,
    ),
  );
  expect(demo.postings.length).toBeGreaterThan(40);
  expect(told).toEqual([]);
});
