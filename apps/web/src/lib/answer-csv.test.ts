import { TRPCError } from "@trpc/server";
import { expect, it } from "vitest";
import { answerCsv } from "./answer-csv.ts";

it("a table is a file with its name", async () => {
  const answer = await answerCsv(async () => ({ name: "对接", head: ["a"], rows: [["1"], [null]] }));
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/csv; charset=utf-8"]);
  expect(answer.headers.get("content-disposition")).toContain(encodeURIComponent("对接.csv"));
  expect(await answer.text()).toContain("a\r\n1");
});

it("what its reading threw is a status and says nothing else", async () => {
  const statusOf = async (error: Error) => {
    const answer = await answerCsv(() => Promise.reject(error));
    return [answer.status, await answer.text()];
  };
  expect(await statusOf(new TRPCError({ code: "UNAUTHORIZED" }))).toEqual([401, ""]);
  expect(await statusOf(new Error("secret"))).toEqual([500, ""]);
});
