import { openApiDocument } from "@lilink/api";
import { expect, it } from "vitest";
import { toGuide } from "./to-guide.ts";

it.each(["zh-CN", "en"] as const)("[RE1] the guide names every operation and error once, in %s", (locale) => {
  const document = openApiDocument("https://lilink.example.org", locale);
  const { groups, errors } = toGuide(document);
  const listed = groups.flatMap(({ operations }) => operations);
  const told = Object.values(document.paths ?? {}).flatMap((item) => Object.keys(item ?? {}));
  expect(listed).toHaveLength(told.length);
  expect(new Set(listed.map(({ id }) => id)).size).toBe(told.length);
  expect(listed.every(({ summary }) => summary !== "")).toBe(true);
  expect(listed.find(({ id }) => id === "posting.submit")?.scope).toBe("postings:write");
  expect(listed.some(({ scope }) => scope === null)).toBe(true);
  expect(errors.every(({ meaning }) => meaning !== "")).toBe(true);
});
