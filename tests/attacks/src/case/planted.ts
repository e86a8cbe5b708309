import { strict as assert } from "node:assert";
import { mustQuery } from "../must.ts";
import { tokenOf } from "../plant.ts";
import type { Case } from "../world.ts";
import { expectRefusal } from "./ids.ts";
import { refuseTokens } from "./leaks.ts";

/** Breaches on purpose: each must be noticed, or the harness is blind. */
export const plantedBreaches: readonly Case[] = [
  {
    name: "the owner's own note shown to a reader who is taken for a visitor",
    run: async ({ who, planted }) => {
      const answer = await mustQuery<object>(who.buyer, "posting.load", { publicId: planted.live });
      assert.ok(JSON.stringify(answer).includes(tokenOf("own")));
      refuseTokens("visitor", "posting.load", JSON.stringify(answer));
    },
  },
  {
    name: "an id of the buyer that the buyer may use, taken for a stranger's",
    run: ({ who, planted }) => expectRefusal(who.buyer, "posting.loadDraft", { publicId: planted.draft }),
  },
];
