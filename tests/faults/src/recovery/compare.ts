import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import type { Written } from "./write-load.ts";

export type Comparison = {
  readonly acknowledged: number;
  readonly found: number;
  readonly lost: readonly Written[];
  /** Steps that are there although they were begun after the moment. */
  readonly late: number;
  readonly uploads: { readonly rows: number; readonly agree: number };
};

type Held = { mark: string; submitted: boolean; saved: boolean; files: { id: string; sha256: string }[] };

const HELD = `
  select p.title as mark,
    exists (select from posting_version v where v.posting_id = p.id) as submitted,
    exists (select from posting_draft d where d.posting_id = p.id and d.revision > 0) as saved,
    coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'sha256', a.sha256))
      from attachment a where a.posting_id = p.id), '[]') as files
  from posting p where p.title like 'drill-%'`;

/** Holds what the writers were told until a moment against what a restored exchange has, bytes of files included. */
export async function compare(
  owner: pg.Pool,
  dataDir: string,
  written: readonly Written[],
  until: number,
): Promise<Comparison> {
  const held = new Map((await owner.query<Held>(HELD)).rows.map((row) => [row.mark, row]));
  const has = ({ step, mark, sha256 }: Written): boolean => {
    const row = held.get(mark);
    if (!row || step === "create") return row !== undefined;
    if (step === "upload") return row.files.some((file) => file.sha256 === sha256);
    return row.submitted || (step === "save" && row.saved);
  };
  const told = written.filter(({ acknowledged }) => acknowledged <= until);
  const lost = told.filter((one) => !has(one));
  const late = written.filter((one) => one.begun > until && has(one)).length;
  const files = [...held.values()].flatMap((row) => row.files);
  const agree = files.filter(({ id, sha256 }) => sumOf(join(dataDir, "files", id.slice(-2), id)) === sha256);
  return {
    ...{ acknowledged: told.length, found: told.length - lost.length, lost, late },
    uploads: { rows: files.length, agree: agree.length },
  };
}

function sumOf(path: string): string {
  try {
    return createHash("sha256").update(readFileSync(path)).digest("hex");
  } catch {
    return "missing";
  }
}
