import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plantedPosting } from "../../testing/index.ts";
import {
  defaultLevels,
  disclosureLevels,
  faultsOfLevels,
  levelOfFigure,
  levelsAllowed,
  levelsOfParts,
  mergeParts,
  type PostingContent,
  readAs,
  readerRelations,
  startLevels,
  toParts,
  walledAttributes,
  walledFields,
} from "./index.ts";

const identity = { publicId: "ORGANIZATION1", name: "Owner (fictional)" };
const file = { publicId: "FILE00000001", name: "a.pdf", size: 3, type: "application/pdf" };

/** Absent and undefined are one; figures of one level may change places with those of another. */
function plain(fields: object): Record<string, unknown> {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    entries.map(([key, value]) => [
      key,
      key === "figures" ? [...(value as { attribute: string }[])].sort(byAttribute) : value,
    ]),
  );
}
const byAttribute = (a: { attribute: string }, b: { attribute: string }) =>
  a.attribute < b.attribute ? -1 : 1;

function whole({ concept: _concept, language: _language, figures, ...rest }: PostingContent) {
  return plain({
    ...rest,
    figures: figures.length > 0 ? figures : undefined,
    identity,
    attachments: [file],
  });
}

const narrowerOf = (a: string, b: string) =>
  [...disclosureLevels].reverse().find((level) => level === a || level === b) ?? a;

/** The table of audience.md, written out: field and choice to level, level and reader to yes or no. */
function mayRead(reader: (typeof readerRelations)[number], field: string, levels: Record<string, string>) {
  const attribute = field.startsWith("figures.") ? field.slice(8) : null;
  const walled = [...walledFields, ...walledAttributes].some((name) => name === (attribute ?? field));
  if (field === "title") return true;
  if (field === "internalNote" || field === "leftInText") return reader === "owner";
  const group = attribute ? "figures" : field === "trl" ? "maturity" : field;
  const chosen = levels[field] ?? levels[group] ?? defaultLevels[group as "summary"];
  const common =
    attribute === "price" && !levels[field] ? narrowerOf(chosen, levels.price ?? "partner") : chosen;
  const level = walled && common === "everyone" ? "member" : common;
  const table = {
    visitor: ["everyone"],
    member: ["everyone", "member"],
    competitor: walled ? ["everyone"] : ["everyone", "member"],
    regulator: ["everyone", "member"],
    partner: ["everyone", "member", "partner"],
    reviewer: ["everyone", "member", "partner"],
    owner: ["everyone", "member", "partner", "own"],
  } as const;
  return (table[reader] as readonly string[]).includes(level);
}

describe("parts of a posting", () => {
  it("[PO4] are together the content, with nothing in two of them", () => {
    fc.assert(
      fc.property(plantedPosting(), ({ content, levels }) => {
        const parts = toParts(content, levels, { identity, attachments: [file] });
        expect(plain(mergeParts(parts))).toEqual(whole(content));
        const keys = parts.flatMap((part) =>
          Object.entries(part.fields).flatMap(([key, value]) =>
            key === "figures"
              ? (value as readonly { attribute: string }[]).map((f) => `figures.${f.attribute}`)
              : [key],
          ),
        );
        expect(new Set(keys).size).toBe(keys.length);
        expect(new Set(parts.map((part) => `${part.level}/${part.walled}`)).size).toBe(parts.length);
      }),
    );
  });

  it("[PO5] a reader receives a field exactly where the table of audiences says so", () => {
    fc.assert(
      fc.property(plantedPosting(), fc.constantFrom(...readerRelations), (posting, reader) => {
        const text = JSON.stringify(readAs(reader, posting.content, posting.levels, { identity }));
        for (const { field, token } of posting.tokens)
          expect([field, text.includes(token)]).toEqual([field, mayRead(reader, field, posting.levels)]);
      }),
    );
  });

  it("[PO4] a figure of price opens as the price field does, unless it is chosen otherwise", () => {
    expect(levelOfFigure("price", {})).toBe("partner");
    expect(levelOfFigure("price", { price: "own" })).toBe("own");
    expect(levelOfFigure("price", { price: "member" })).toBe("member");
    expect(levelOfFigure("price", { figures: "own", price: "member" })).toBe("own");
    expect(levelOfFigure("price", { "figures.price": "member" })).toBe("member");
    expect(levelOfFigure("moq", {})).toBe("member");
  });

  it("[PO4] what a buyer would pay at most starts at the own organization, what a seller asks at partners", () => {
    expect(levelOfFigure("price", startLevels("need", {}))).toBe("own");
    expect(levelOfFigure("price", startLevels("need", { price: "partner" }))).toBe("partner");
    expect(levelOfFigure("price", startLevels("need", { "figures.price": "member" }))).toBe("member");
    expect(levelOfFigure("price", startLevels("capability", {}))).toBe("partner");
    expect(startLevels("project", { summary: "own" })).toEqual({ summary: "own" });
  });

  it("[PO4] a field that is hidden from competitors is never wider than member, whatever was chosen", () => {
    for (const field of [...walledFields, ...walledAttributes.map((id) => `figures.${id}`)]) {
      expect(levelsAllowed(field)).toEqual(["member", "partner", "own"]);
      expect(faultsOfLevels({ [field]: "everyone" })).toEqual([
        { field: `levels.${field}`, rule: "levelTooOpen", params: { max: "member" } },
      ]);
    }
    expect(levelsAllowed("summary")).toEqual(disclosureLevels);
    expect(faultsOfLevels({ summary: "everyone", price: "own" })).toEqual([]);
  });
});

describe("who sees what, told from the stored parts", () => {
  it("[PO5] each field and each figure has the level of the part that it stands in", () => {
    const levels = { price: "own", "figures.moq": "partner" } as const;
    const figure = (attribute: string) =>
      ({ attribute, op: "=", value: "1", unit: "t", hard: true }) as const;
    const content = {
      concept: "lfp",
      language: "en",
      title: "Wanted",
      summary: "s",
      price: "1",
      cooperation: [],
      concepts: [],
      attachments: [],
      figures: [figure("moq"), figure("purity")],
      volume: { amount: "1", unit: "t" },
    } as unknown as PostingContent;
    expect(levelsOfParts(toParts(content, levels, { identity }))).toEqual({
      title: "everyone",
      summary: "everyone",
      "figures.purity": "member",
      volume: "member",
      identity: "partner",
      "figures.moq": "partner",
      price: "own",
    });
  });
});
