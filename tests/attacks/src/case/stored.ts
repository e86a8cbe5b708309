import { strict as assert } from "node:assert";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { findAccount, signIn } from "@lilink/test-exchange/sign-in";
import { ask } from "../ask.ts";
import { mustQuery } from "../must.ts";
import { toWorkbook } from "../workbook.ts";
import type { Case, World } from "../world.ts";

/** Where the bytes of a file lie that was stored last. */
function newestFile({ exchange }: World, id: string): string {
  return join(exchange.dataDir, "files", id.slice(-2), id);
}

/** Other bytes of the same length in place of what is stored there. */
function swap(path: string): () => void {
  const before = readFileSync(path);
  const other = Buffer.from(before);
  other[Math.floor(other.length / 2)] = (other[Math.floor(other.length / 2)] ?? 0) ^ 1;
  writeFileSync(path, other);
  return () => writeFileSync(path, before);
}

type Entries = { readonly items: readonly { readonly action: string; readonly subjectKind: string }[] };
type Imports = readonly {
  readonly publicId: string;
  readonly state: string;
  readonly created: number;
  readonly refusal: string | null;
  readonly firstFaults: unknown;
}[];

async function send(
  { url, who }: World,
  path: string,
  fields: Record<string, string>,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  cookie = who.buyer.cookie,
) {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.set(key, value);
  form.set("file", new File([bytes], name));
  const sent = await ask(url + path, { method: "POST", body: form, headers: { cookie, origin: url } });
  assert.equal(sent.status, 201, sent.text);
  return (JSON.parse(sent.text) as { publicId: string }).publicId;
}

async function imported({ who }: World, publicId: string): Promise<Imports[number]> {
  for (let turn = 0; turn < 200; turn += 1) {
    const found = (await mustQuery<Imports>(who.officer, "standard.imports", {})).find(
      (one) => one.publicId === publicId,
    );
    if (found && !["waiting", "running", "queued", "reading"].includes(found.state)) return found;
    await pause(100);
  }
  throw new Error("an import did not end");
}

const dayOf = (serial: number) => ({ serial });
const columns = ["number", "title.zh", "title.en", "body", "stage", "issuedOn"] as const;

export const stored: readonly Case[] = [
  {
    name: "stored: a file that was swapped on the disk is given to nobody, and the operator sees it",
    run: async (world) => {
      const { url, owner, who, exchange } = world;
      const bytes = new TextEncoder().encode("A page of a specification that nobody may change.");
      const publicId = await send(
        world,
        "/api/files",
        { kind: "posting", id: world.planted.draft },
        "spec.txt",
        bytes,
      );
      const read = () => ask(`${url}/api/files/${publicId}`, { headers: { cookie: who.buyer.cookie } });
      assert.equal((await read()).status, 200);
      const { rows } = await owner.query<{ id: string }>("select id from attachment where public_id = $1", [
        publicId,
      ]);
      const system = { url, cookie: await signIn(url, findAccount(exchange.dataDir, "system@ops.example")) };
      const before = (await mustQuery<{ changed: number }>(system, "system.load", {})).changed;
      const undo = swap(newestFile(world, rows[0]?.id ?? ""));
      try {
        const answer = await read();
        assert.equal(answer.status, 500);
        assert.equal(answer.text, "", "bytes of a swapped file are given out");
        const after = await mustQuery<{ changed: number }>(system, "system.load", {});
        assert.equal(after.changed, before + 1);
        const audit = { url, cookie: await signIn(url, findAccount(exchange.dataDir, "audit@ops.example")) };
        const { items } = await mustQuery<Entries>(audit, "audit.search", {
          action: "file.refuse",
          limit: 20,
        });
        assert.ok(items.some(({ subjectKind }) => subjectKind === "file"));
      } finally {
        undo();
      }
      assert.equal((await read()).status, 200);
    },
  },
  {
    name: "stored: printed papers and sent files of figures that were swapped are given to nobody either",
    run: async (world) => {
      const { url, owner, who } = world;
      const { rows } = await owner.query<{ file: string; release: string; locale: string }>(
        "select p.file_id as file, r.public_id as release, p.locale from release_paper p join figure_release r on r.id = p.release_id limit 2",
      );
      assert.ok(rows.length > 0, "a release of the demo is printed");
      for (const { file, release, locale } of rows) {
        const read = () =>
          ask(`${url}/api/releases/${release}/paper?locale=${locale}`, {
            headers: { cookie: who.officer.cookie },
          });
        assert.equal((await read()).status, 200);
        const undo = swap(newestFile(world, file));
        try {
          const answer = await read();
          assert.ok(answer.status === 500 && answer.text === "", `${answer.status}`);
        } finally {
          undo();
        }
      }
      const book = toWorkbook(
        [[...columns], ["T/LI 77-2026", "一", "One", "T", "draft", dayOf(46_000)]],
        false,
      );
      const publicId = await send(
        world,
        "/api/records/import",
        { register: "standard", locale: "en" },
        "s.xlsx",
        book,
        who.officer.cookie,
      );
      await imported(world, publicId);
      const { rows: sent } = await owner.query<{ file: string }>(
        "select file_id as file from record_import where public_id = $1",
        [publicId],
      );
      const undo = swap(newestFile(world, sent[0]?.file ?? ""));
      const again = await ask(
        `${url}/api/export/record-file?register=standard&import=${publicId}&which=original&locale=en`,
        {
          headers: { cookie: who.officer.cookie },
        },
      );
      undo();
      assert.equal(again.status, 500, again.text.slice(0, 100));
    },
  },
  {
    name: "stored: a workbook that counts days from 1904 gives the same days as one that counts from 1900, and half a day is refused by its cell",
    run: async (world) => {
      const { owner, who } = world;
      // 2026-03-15: 46096 days after the end of 1899, 44634 after the beginning of 1904.
      const books = [
        ["T/LI 81-2026", dayOf(46_096), false],
        ["T/LI 82-2026", dayOf(44_634), true],
      ] as const;
      for (const [number, day, from1904] of books) {
        const bytes = toWorkbook(
          [[...columns], [number, `标准 ${number}`, `Standard ${number}`, "T", "draft", day]],
          from1904,
        );
        const publicId = await send(
          world,
          "/api/records/import",
          { register: "standard", locale: "en" },
          `${number.slice(5, 7)}.xlsx`,
          bytes,
          who.officer.cookie,
        );
        const ended = await imported(world, publicId);
        assert.deepEqual([ended.state, ended.created], ["done", 1], JSON.stringify(ended));
      }
      const { rows } = await owner.query<{ number: string; day: string }>(
        "select number, issued_on::text as day from standard_version where number like 'T/LI 8%' and level = 'everyone' order by number",
      );
      assert.deepEqual(
        rows.map(({ day }) => day),
        ["2026-03-15", "2026-03-15"],
      );
      for (const [serial, from1904] of [
        [46_096.5, false],
        [-1, true],
        [9_999_999, true],
      ] as const) {
        const bytes = toWorkbook(
          [[...columns], ["T/LI 83-2026", "坏日期", "A bad day", "T", "draft", dayOf(serial)]],
          from1904,
        );
        const publicId = await send(
          world,
          "/api/records/import",
          { register: "standard", locale: "en" },
          "bad.xlsx",
          bytes,
          who.officer.cookie,
        );
        const ended = await imported(world, publicId);
        assert.ok(
          ended.state !== "done" && (ended.refusal !== null || JSON.stringify(ended.firstFaults) !== "[]"),
          JSON.stringify(ended),
        );
      }
    },
  },
];
