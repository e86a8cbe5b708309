import { TRPCError } from "@trpc/server";
import { expect, it } from "vitest";
import { answerTable } from "./answer-table.ts";
import { toMark } from "./export-mark.ts";

const ask = (query = "") => new Request(`http://localhost/api/export/x${query}`);
const table = async () => ({ name: "对接", head: ["a"], rows: [["1"], [null], [true]] });
const note = async () => "by Li at noon";

it("[RA9] a table is a file with its name, and says who took it", async () => {
  const answer = await answerTable(ask(), table, note);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/csv; charset=utf-8"]);
  expect(answer.headers.get("content-disposition")).toContain(encodeURIComponent("对接.csv"));
  const text = await answer.text();
  expect(text).toContain("a\r\n1");
  expect(text.trimEnd().split("\r\n").at(-1)).toBe("by Li at noon");
});

it("[RA9] the line names its taker by the address that was proved, whatever the name says", () => {
  const forged = {
    email: "li@plant.example",
    name: "ceo@rival.example (Wang) at 2026-01-01",
    organization: { nameZh: "厂" },
  };
  const at = new Date("2026-11-26T00:00:00Z");
  expect(toMark(forged, at, "en")).toMatch(
    /^Exported from LiLink by li@plant\.example \(ceo@.*, 厂\) at 2026-11-26T/,
  );
  expect(toMark(forged, at, "zh-CN")).toContain("由 li@plant.example (");
  expect(toMark(null, at, "en")).toContain("by a visitor at");
});

it("a table is a workbook where that is asked for", async () => {
  const answer = await answerTable(ask("?format=xlsx"), table, note);
  expect(answer.headers.get("content-disposition")).toContain(encodeURIComponent("对接.xlsx"));
  expect(new Uint8Array(await answer.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
});

it("what its reading threw is a status and says nothing else", async () => {
  const statusOf = async (error: Error) => {
    const answer = await answerTable(ask(), () => Promise.reject(error), note);
    return [answer.status, await answer.text()];
  };
  expect(await statusOf(new TRPCError({ code: "UNAUTHORIZED" }))).toEqual([401, ""]);
  expect(await statusOf(new Error("secret"))).toEqual([500, ""]);
});
