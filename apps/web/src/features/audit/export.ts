import { Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { createTranslator, loadMessages } from "@lilink/i18n";
import { answerFile } from "#lib/answer-file.ts";
import { type Api, type Export, listExport } from "#lib/define-export.ts";
import { caller } from "#lib/trpc/server.ts";
import { detailText, readFilters, toActText, valueWords } from "./view.ts";

/** The acts of the own organization, with the filters of the page. */
export const acts = listExport({
  most: 20_000,
  list: (api, { params }) => {
    const { organization: _organization, cursor: _cursor, ...filters } = readFilters(params);
    return (turn) => api.audit.list({ ...filters, ...turn });
  },
  table: (locale) => {
    const t = createTranslator(locale, "audit");
    const messages = loadMessages(locale, ["act", "audit", "machine"]);
    const { act, audit } = messages;
    return {
      name: t("own.title"),
      columns: [
        [t("column.number"), ({ number }) => number],
        [t("column.at"), ({ at }) => at],
        [t("column.who"), (row) => row.person?.name ?? t(`actor.${row.actorKind as "member"}`)],
        [t("column.action"), ({ action }) => toActText(act, action)],
        [t("column.code"), ({ action }) => action],
        [
          t("column.detail"),
          ({ action, detail }) => detailText(detail, audit.detail, valueWords(action, messages, locale)),
        ],
      ],
    };
  },
});

/** The worker signs within moments; where it stands still, the file says by its checkpoints how far it is signed. */
const patience = 40;

/** The chains of one organization or of all as JSON lines, with the checkpoints that prove them. */
export const chains: Export = ({ params: { organization } }) =>
  answerFile(async () => {
    const api = await caller();
    const begun = await api.audit.export(organization ? { organization } : {});
    for (
      let turn = 0;
      turn < patience && !(await api.audit.signed({ entry: begun.entry })).signed;
      turn += 1
    ) {
      await pause(250);
    }
    return {
      name: `audit-${begun.at.toISOString().slice(0, 10)}.jsonl`,
      type: "application/jsonl; charset=utf-8",
      body: Readable.from(toLines(api, begun)),
    };
  });

async function* toLines(api: Api, { at, scope }: { at: Date; scope: string | null }): AsyncGenerator<Buffer> {
  const toBytes = (lines: readonly object[]) =>
    Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  yield toBytes([{ format: "lilink-audit-export-1", at, scope }]);
  for (let after = 0; ; ) {
    const { checkpoints } = await api.audit.checkpoints({ after });
    const last = checkpoints.at(-1);
    if (!last) break;
    yield toBytes(checkpoints.map((checkpoint) => ({ checkpoint })));
    after = last.number;
  }
  const { heads } = await api.audit.heads({ scope });
  yield toBytes(heads.map((head) => ({ head })));
  const ends = new Map(heads.map(({ kind, chain, number }) => [`${kind} ${chain}`, number]));
  for (const kind of ["audit", "disclosure"] as const) {
    for (let after: { chain: string; number: number } | null = null; ; ) {
      const page: Awaited<ReturnType<Api["audit"]["links"]>> = await api.audit.links({ kind, scope, after });
      const last = page.links.at(-1);
      if (!last) break;
      // What was written while the file is made belongs to the next one.
      yield toBytes(page.links.filter(({ link }) => link.number <= (ends.get(`${kind} ${link.chain}`) ?? 0)));
      after = { chain: last.link.chain, number: last.link.number };
    }
  }
}
