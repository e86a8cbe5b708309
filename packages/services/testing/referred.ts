import { concepts } from "@lilink/model/chain";
import { listRegisters, tablesOf } from "@lilink/model/register";
import { sampleRecord } from "@lilink/model/testing";
import type { TestKernel } from "./kernel.ts";

/** The live records that sample values name where a record or one of its steps needs one, one of each register. */
export async function addReferred({ app, ownerRows }: TestKernel): Promise<void> {
  const named = new Set(
    listRegisters().flatMap(({ name, fields }) =>
      Object.values(fields).flatMap((field) =>
        field.kind === "record" && (field.required || (field.byStep && field.of !== name)) ? [field.of] : [],
      ),
    ),
  );
  for (const register of listRegisters().filter(({ name }) => named.has(name))) {
    const { head, version } = tablesOf(register);
    const { publicId, zh, en } = sampleRecord(register.name);
    const [id, now] = [app.newId(), app.clock()];
    const live = Object.keys(register.machine.states).find((state) => register.machine.states[state]?.live);
    await ownerRows(
      `insert into ${head} (id, public_id, state, state_since, version, live_version, title_zh, title_en, created_at, updated_at)
       values ($1, $2, $3, $4, 1, 1, $5, $6, $4, $4) on conflict (public_id) do nothing`,
      [id, publicId, live, now, zh, en],
    );
    await ownerRows(
      `insert into ${version} (record_id, version, level, status, saved_at) select id, 1, $2, 'live', $3 from ${head} where public_id = $1
       on conflict do nothing`,
      [publicId, register.level, now],
    );
  }
  // Evidence of a closed gap names one that is closed.
  await ownerRows(
    `update gap_record_version v set node = $2, comparison = 'comparable', better = 'higher', domestic_value = 1, frontier_value = 1
     from gap_record h where h.id = v.record_id and h.public_id = $1`,
    [sampleRecord("gapRecord").publicId, concepts.at(-1)?.id ?? ""],
  );
}
