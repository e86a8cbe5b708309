import { expect, it } from "vitest";
import { z } from "zod";
import { defineQuery } from "./define.ts";

const name = "posting.load";
const input = z.object({});
const authorize = { action: "posting.browse" } as const;
const face = { tag: "postings", method: "GET", path: "/x" } as const;

it("[RE7] a REST answer that the verb does not return is a type error", () => {
  const run = async () => ({ title: "x", inside: 1 });
  const told = defineQuery({
    name,
    input,
    authorize,
    rest: { ...face, output: z.object({ title: z.string() }) },
    run,
  });
  // @ts-expect-error The answer has no such field.
  const wrong = defineQuery({
    name,
    input,
    authorize,
    rest: { ...face, output: z.object({ name: z.string() }) },
    run,
  });
  expect([told.rest?.path, wrong.kind]).toEqual(["/x", "query"]);
});
