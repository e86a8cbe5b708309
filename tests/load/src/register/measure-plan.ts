import { fileURLToPath } from "node:url";
import { allRegistersSql, applyPlan, readPlan, type Source, sources } from "@lilink/db/plan";
import {
  bilingual,
  choice,
  choices,
  country,
  day,
  defineRegister,
  figure,
  listRegisters,
  type Register,
  reviewed,
  text,
} from "@lilink/model/register";
import pg from "pg";

const home = fileURLToPath(new URL("../../../../packages/db", import.meta.url));
const turns = 7;

/** What so many declarations more add to a start: when they are new, and at every start after that. */
export async function measurePlan(ownerUrl: string, count: number) {
  const scratch = Array.from({ length: count }, (_, at) => declare(at));
  const more = sources.map(
    (source): Source =>
      source.name === "registers"
        ? { name: source.name, text: () => allRegistersSql([...listRegisters(), ...scratch]) }
        : source,
  );
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const apply = async (from: readonly Source[]): Promise<number> => {
    const start = performance.now();
    await client.query("begin");
    await applyPlan(client, readPlan(home, from));
    await client.query("commit");
    return Math.round((performance.now() - start) * 10) / 10;
  };
  const median = async (from: readonly Source[]): Promise<number> => {
    const times: number[] = [];
    for (let turn = 0; turn < turns; turn += 1) times.push(await apply(from));
    return times.toSorted((a, b) => a - b)[Math.floor(turns / 2)] ?? 0;
  };
  try {
    const without = await median(sources);
    const first = await apply(more);
    const withThem = await median(more);
    return [
      { task: "plan, declarations that are new", engine: "lilink", n: count, ms: first },
      {
        ...{ task: "plan, a start without news", engine: "lilink", n: count },
        ...{ ms: withThem, msWithout: without, msAdded: Math.round((withThem - without) * 10) / 10 },
      },
    ];
  } finally {
    await client.end();
  }
}

/** A made-up register with a field of most kinds. */
function declare(at: number): Register {
  const letters = [...String(at)].map((digit) => "abcdefghij"[Number(digit)]).join("");
  return defineRegister({
    name: `scratch${letters}x`,
    owner: "group",
    level: "everyone",
    fields: {
      title: bilingual({ max: 120, required: true }),
      kind: choice(["one", "two", "three"], { required: true }),
      tags: choices(["red", "green", "blue"]),
      country: country(),
      opened: day(),
      amount: figure({ units: ["t"], min: "0" }),
      remark: text({ max: 800, level: "member" }),
    },
    machine: reviewed,
    act: { edit: "record.edit", decide: "record.review" },
    unique: ["title"],
    list: ["title", "kind", "country"],
    facets: ["kind", "tags", "country"],
    rest: { path: `scratch-${letters}x`, scope: "registers:read" },
  }) as unknown as Register;
}
