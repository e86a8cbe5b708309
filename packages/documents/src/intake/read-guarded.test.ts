import { writeFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { FileRefusal } from "@lilink/model/file";
import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildThread } from "../../testing/build-thread.ts";
import { forgeWorkbook, partsOf } from "../../testing/forge-workbook.ts";
import { writeWorkbook } from "../workbook/write-workbook.ts";
import { fileLimits } from "./limit.ts";
import { type Guard, readGuarded } from "./read-guarded.ts";

let guard: Guard;
beforeAll(async () => {
  guard = { entry: await buildThread(new URL("./thread.ts", import.meta.url)) };
});

const fill = async (entry: URL, source: string): Promise<Guard> => {
  const file = new URL("./other.mjs", entry);
  await writeFile(file, source);
  return { entry: file };
};

const refused = async (bytes: Uint8Array, more: Partial<Guard> = {}, name = "a.xlsx") => {
  try {
    const table = await readGuarded(bytes, name, { ...guard, ...more });
    for await (const _ of table.pieces);
    return "read";
  } catch (error) {
    return error instanceof FileRefusal ? error.rule : error;
  }
};

const rowsOf = (count: number) =>
  buffer(
    writeWorkbook([
      {
        name: "t",
        columns: [
          { header: "a", kind: "text" },
          { header: "b", kind: "decimal" },
        ],
        rows: Array.from({ length: count }, (_, at) => [`行 ${at}`, at]),
      },
    ]),
  );

describe("a file that is read in its own thread", () => {
  it("[FI5] arrives whole and in order, a piece at a time", async () => {
    const table = await readGuarded(await rowsOf(3000), "a.xlsx", guard);
    expect([table.kind, table.sheets, table.rowsAbout]).toEqual([
      "xlsx",
      [{ name: "t", hidden: false }],
      3001,
    ]);
    const rows = [];
    for await (const piece of table.pieces) {
      expect(piece.length).toBeLessThan(2000);
      rows.push(...piece);
    }
    expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: 3001 }, (_, at) => at + 1));
    expect(rows.at(-1)?.cells).toEqual(["行 2999", "2999"]);
  });

  it("[FI6] is refused by the same rules there, with what the rule speaks of", async () => {
    expect(await refused(forgeWorkbook(partsOf(""), { "xl/vbaProject.bin": "x" }))).toBe("macros");
    await expect(readGuarded(new Uint8Array([1]), "a.xlsx", guard)).rejects.toMatchObject({
      rule: "renamed",
      params: { ending: "xlsx", found: "csv" },
    });
  });

  it("[FI6] is refused when it exhausts the thread, and others are served meanwhile", async () => {
    const hog = await fill(guard.entry, "const all = []; for (;;) all.push(new Array(100000).fill({}));");
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 5);
    expect(await refused(new Uint8Array([1]), { ...hog, megabytes: 16 })).toBe("unfoldsTooFar");
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
  });

  it("[FI6] is refused when it takes too long, or its thread dies", async () => {
    expect(await refused(await rowsOf(1), { ...(await fill(guard.entry, "for (;;);")), stepMs: 50 })).toBe(
      "tooSlow",
    );
    expect(await refused(await rowsOf(1), await fill(guard.entry, "process.exit(1)"))).toBe("damaged");
  });

  it("[FI6] ends its thread when nobody reads on", async () => {
    const table = await readGuarded(await rowsOf(3000), "a.xlsx", guard);
    for await (const _ of table.pieces) break;
    await table.close();
    const again: unknown[] = [];
    for await (const piece of table.pieces) again.push(piece);
    expect(again).toEqual([]);
  });
});

describe("a bomb", () => {
  const bombs: Uint8Array[] = [];
  const deep = zipSync({ "[Content_Types].xml": strToU8("x"), "xl/a.xml": new Uint8Array(150_000_000) });
  bombs.push(deep, forgeWorkbook(partsOf("<row>".repeat(2_000_000))));
  const laughs = `<!DOCTYPE l [${Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join("")}]>`;
  bombs.push(
    forgeWorkbook(partsOf(""), { "xl/sharedStrings.xml": `${laughs}<sst><si><t>&l9;</t></si></sst>` }),
  );
  bombs.push(forgeWorkbook(partsOf(`<row r="1"><c r="A1" t="inlineStr"><is><t>${"x".repeat(15_000_000)}`)));
  afterAll(() => bombs.splice(0));

  it("[FI6] is refused, each kind by its rule", async () => {
    const rules = [];
    for (const bomb of bombs) rules.push(await refused(bomb));
    expect(rules).toEqual(["unfoldsTooFar", "unfoldsTooFar", "entities", "unfoldsTooFar"]);
    expect(fileLimits.unfolded).toBeLessThan(300_000_000);
  });
});
