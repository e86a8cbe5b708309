import { listRulesSchema } from "@lilink/contract";
import { recoverySets } from "@lilink/model/recovery";
import { confirmedSets } from "@lilink/model/trace";
import { defineQuery } from "../../kernel/define.ts";
import { readReadings, toReading } from "../battery/read-rules.ts";

/** The dated rules by which batteries are judged, each with who compared it with the official text. [TR25] */
export const listRules = defineQuery({
  name: "rule.list",
  input: listRulesSchema,
  authorize: { action: "battery.oversee" },
  run: async (ctx) => {
    const readings = await readReadings(ctx);
    const lastOf = (id: string) => readings.findLast(({ ruleSet }) => ruleSet === id) ?? null;
    const deadlines = confirmedSets(readings.filter((one) => one.deadlines !== null).map(toReading));
    return {
      deadlines: deadlines.map((set) => ({ ...set, read: lastOf(set.id) })),
      conditions: recoverySets.map(({ id, title, from, to, reading, note, sources }) => ({
        ...{ id, from, reading, note },
        to: to ?? null,
        title:
          typeof title === "string" ? { zh: title, en: title } : { zh: title.zh ?? "", en: title.en ?? "" },
        source: sources[0] ?? null,
        read: lastOf(id),
      })),
    };
  },
});
