import { readFile } from "node:fs/promises";
import { type PolicyEvent, statusOn } from "@lilink/model/governance";
import { requireFlag } from "../flag.ts";

type File = {
  readonly policies: readonly { readonly id: string; readonly events: readonly PolicyEvent[] }[];
  readonly asks: readonly { readonly id: string; readonly policy: string; readonly on: string }[];
};

/** --file F: policies with their events, and the days on which their state is asked for; before the first event it is a draft. */
export async function run(args: readonly string[]): Promise<unknown> {
  const { policies, asks } = JSON.parse(await readFile(requireFlag(args, "--file"), "utf8")) as File;
  const eventsOf = new Map(policies.map(({ id, events }) => [id, events]));
  return {
    answers: asks.map(({ id, policy, on }) => {
      const events = eventsOf.get(policy);
      if (!events) throw new Error(`ask ${id} names no policy: ${policy}`);
      return { id, status: statusOn(events, on) ?? "draft" };
    }),
  };
}
