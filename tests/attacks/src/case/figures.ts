import { strict as assert } from "node:assert";
import { loadSolver } from "@lilink/engine/disclosure";
import { auditSparsely } from "@lilink/engine/testing";
import { shippedDefinitions } from "@lilink/model/goals/definition/shipped";
import { readReleases, readTold } from "../release/read-releases.ts";
import { listDifferences, listProducts } from "../release/reckon.ts";
import { toReleasedSystem } from "../release/released-system.ts";
import { type Told, toReleasedTable } from "../release/released-table.ts";
import type { Case, Role, World } from "../world.ts";

/** Every way in which somebody works out a withheld figure exactly from all that was told of a table. */
async function attackTables(tables: Iterable<readonly Told[]>, known?: ReadonlySet<string>) {
  const solver = await loadSolver();
  const found: string[] = [];
  let hidden = 0;
  for (const told of tables) {
    const { audit, names } = toReleasedTable(told, known);
    hidden += audit.cells.filter(({ published }) => !published).length;
    for (const { cell, attacker } of auditSparsely(solver, audit).breaches)
      found.push(`${names[cell]} by ${attacker === "outsider" ? "anybody" : "a firm"}`);
  }
  return { found, hidden };
}

async function readAll(world: World, reader: Role | "visitor") {
  const releases = await readReleases(world, reader);
  assert.ok(releases.length > 0, `${reader} sees no release`);
  return { releases, tables: await readTold(world, releases) };
}

const readers = ["visitor", "rival"] as const;

export const figures: readonly Case[] = [
  ...readers.map((reader) => ({
    name: `figures: nobody works out a withheld figure of a release from all its tables, read as ${reader}`,
    run: async (world: World) => {
      const { tables } = await readAll(world, reader);
      const each = [...tables.values()].flat().map((told) => [told]);
      const { found, hidden } = await attackTables(each);
      assert.ok(hidden > 20, `only ${hidden} withheld figures were attacked`);
      assert.deepEqual(found, []);
    },
  })),
  {
    name: "figures: nor from all releases together, quarters within their year",
    run: async (world) => {
      const { tables } = await readAll(world, "rival");
      assert.deepEqual((await attackTables(tables.values())).found, []);
    },
  },
  {
    name: "figures: nor with the public figures of listed firms taken off",
    run: async (world) => {
      const { rows } = await world.owner.query<{ group: string; component: string }>(
        `select distinct coalesce(m.group_id, p.organization_id)::text as "group", p.component
         from public_figure p join return_form m on m.organization_id = p.organization_id`,
      );
      const { tables } = await readAll(world, "rival");
      for (const [root, told] of tables) {
        const known = new Set(rows.filter(({ component }) => component === root).map(({ group }) => group));
        if (known.size > 0) assert.deepEqual((await attackTables([told], known)).found, []);
      }
    },
  },
  {
    name: "figures: no total less its parts tells a withheld one, the nation less its provinces",
    run: async (world) => {
      const { releases } = await readAll(world, "rival");
      for (const { figures: all, plans } of releases)
        for (const plan of plans)
          for (const { indicator, component } of plan.faces) {
            const own = all.filter((one) => one.indicator === indicator && one.measure === component.code);
            assert.deepEqual(listDifferences(own, plan), []);
          }
    },
  },
  {
    name: "figures: no share, mean or intensity tells a withheld figure, all tables of a release in one system",
    run: async (world) => {
      const { releases, tables } = await readAll(world, "rival");
      const all = [...tables.values()].flat();
      let tied = 0;
      for (const release of releases) {
        const told = all.filter((one) => one.figures === release.figures);
        const system = toReleasedSystem(told, shippedDefinitions);
        tied += system.tied;
        assert.deepEqual(system.wrong, [], `${release.period} tells what its returns do not give`);
        const { breaches } = auditSparsely(await loadSolver(), system.audit);
        assert.deepEqual(
          breaches.map(({ cell, attacker }) => `${system.names[cell]} by ${attacker}`),
          [],
          release.period,
        );
      }
      assert.ok(tied > 100, `only ${tied} ratios were put into the systems`);
    },
  },
  {
    name: "figures: no mean times what it is a mean of tells a withheld sum",
    run: async (world) => {
      const { releases } = await readAll(world, "rival");
      for (const { figures: all } of releases)
        for (const one of shippedDefinitions) assert.deepEqual(listProducts(all, one), []);
    },
  },
];
