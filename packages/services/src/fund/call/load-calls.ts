import { fundCallsSchema } from "@lilink/contract";
import { defineQuery } from "../../kernel/define.ts";
import { type CallView, readCalls } from "./read-calls.ts";

/** The calls of the fund, or one of them. [FU11] */
export const loadCalls = defineQuery({
  name: "fund.calls",
  input: fundCallsSchema,
  authorize: { action: "record.browse" },
  run: async (ctx, { publicId }): Promise<readonly CallView[]> =>
    (await readCalls(ctx, { publicId })).map(({ id: _id, ...call }) => call),
});
