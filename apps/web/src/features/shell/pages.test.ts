import { readdirSync } from "node:fs";
import { pinyinOf } from "@lilink/engine/text";
import { catalog } from "@lilink/i18n";
import { describe, expect, it } from "vitest";
import type { Viewer, ViewerOrganization } from "#lib/session.ts";
import { pages, toPages } from "./view.ts";

const viewerOf = (change: Partial<ViewerOrganization> | null) => {
  const organization = change && {
    publicId: "org00001",
    name: "Cathode",
    kind: "enterprise",
    status: "verified",
    role: "editor",
    verified: true,
    duties: [],
    ...change,
  };
  return { organization } as unknown as Viewer;
};

describe("the pages that the palette finds", () => {
  it("are those that the viewer may open", () => {
    expect(toPages(null)).toEqual([
      "signin",
      "register",
      "reset",
      "batteryRates",
      "batteryForecast",
      "chainHealth",
      "supplyReserves",
      "supplyTechniques",
      "relay",
      "series",
      "help",
      "terms",
      "privacy",
      "licences",
      "interface",
    ]);
    expect(toPages(viewerOf(null))).not.toContain("members");
    expect(toPages(viewerOf({}))).toEqual(expect.arrayContaining(["newPosting", "members", "shortcuts"]));
    for (const page of ["acts", "claims", "rounds", "market"])
      expect(toPages(viewerOf({}))).not.toContain(page);
    expect(toPages(viewerOf({ role: "admin" }))).toContain("acts");
    const officer = viewerOf({ kind: "coordination_group", duties: ["officer"] });
    expect(toPages(officer)).toEqual(expect.arrayContaining(["claims", "rounds", "market", "newMeeting"]));
    expect(toPages(viewerOf({ kind: "regulator" }))).toContain("rounds");
  });

  it("are every page of the map that stands for no single thing", () => {
    const root = new URL("../../app/[locale]/", import.meta.url);
    const found = readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith("page.tsx") && !/\[|bare|factor|introductions.new/.test(file))
      .map((file) => `/${file.replaceAll("\\", "/").replace(/\/?page\.tsx$/, "")}`);
    const known = new Set(Object.values(pages).map(({ href }) => href.split(/[?#]/)[0]));
    expect(found.filter((path) => !known.has(path))).toEqual([]);
  });

  it("go by their names in both languages and by their pinyin", () => {
    const [zh, en] = [catalog["zh-CN"].nav, catalog.en.nav];
    for (const id of Object.keys(pages)) {
      const nameIn = ({ item, page }: typeof zh) => ({ ...item, ...page })[id as "chain"];
      const { full, initials } = pinyinOf(nameIn(zh));
      for (const { words } of [zh, en])
        expect(words[id as "chain"].split(", "), id).toEqual(
          expect.arrayContaining([nameIn(zh), nameIn(en).toLowerCase(), full, initials]),
        );
    }
  });
});
