import { createTranslator, formatDate, formatNumber, type Locale, readerHalves } from "@lilink/i18n";
import type { PaperType } from "@lilink/model/meeting";
import type { PaperBlock } from "../paper/paper.ts";
import { renderPaper } from "../paper/render-paper.ts";
import { sampleLine } from "../sample/sample-line.ts";
import type { Sheet } from "../workbook/sheet.ts";
import { writeWorkbook } from "../workbook/write-workbook.ts";
import type { MeetingData } from "./meeting-data.ts";
import {
  agendaTable,
  decisionsTable,
  exchangeTable,
  lawTable,
  type MeetingTable,
  nameOf,
  pointOf,
  standingsTable,
  unansweredTable,
} from "./to-tables.ts";
import { ballotsTable, votesTable } from "./vote-tables.ts";

/** The tables of each paper, in the order of print. */
export function tablesOf(data: MeetingData, locale: Locale): readonly MeetingTable[] {
  switch (data.kind) {
    case "agenda":
      return [agendaTable(data, locale), standingsTable(data, locale)].filter(({ rows }) => rows.length > 0);
    case "board":
      return [standingsTable(data, locale), exchangeTable(data, locale), unansweredTable(data, locale)];
    case "minutes":
      return [
        ...[votesTable(data, locale), ballotsTable(data, locale)].filter(({ rows }) => rows.length > 0),
        decisionsTable(data, locale),
        standingsTable(data, locale),
        lawTable(data, locale),
      ];
  }
}

/** A paper of a meeting as PDF or XLSX in a language; every form prints the same tables of the same frozen board. [ME6] */
export async function renderMeeting(
  given: MeetingData,
  locale: Locale,
  type: PaperType,
): Promise<Uint8Array> {
  const data = readerHalves(given, locale);
  return type === "pdf" ? renderPdf(data, locale) : renderSheets(data, locale);
}

async function renderSheets(data: MeetingData, locale: Locale): Promise<Uint8Array> {
  const sheets = tablesOf(data, locale).map(
    ({ title, columns, rows }): Sheet => ({
      name: title,
      columns: columns.map(({ head, kind, wide }) => ({ header: head, kind, width: wide ? 48 : 16 })),
      rows,
      ...(data.sample ? { notice: sampleLine(locale) } : {}),
    }),
  );
  const pieces: Uint8Array[] = [];
  for await (const piece of writeWorkbook(sheets)) pieces.push(piece as Uint8Array);
  return new Uint8Array(Buffer.concat(pieces));
}

function renderPdf(data: MeetingData, locale: Locale): Promise<Uint8Array> {
  const t = createTranslator(locale, "meeting.paper");
  const at = formatDate(data.madeAt, locale, "time");
  const facts = [
    t("when", { at: formatDate(data.heldAt, locale, "time") }),
    ...(data.venue ? [t("venue", { venue: data.venue })] : []),
  ];
  return renderPaper({
    title: data.title,
    subtitle: `${t(data.kind)} · ${facts.join(" · ")}`,
    language: locale,
    madeAt: data.madeAt,
    landscape: true,
    footer: t("footer", { kind: t(data.kind), at }),
    page: (page, pages) => t("pageOf", { page, pages }),
    ...(data.kind === "minutes" ? { seal: t("seal") } : {}),
    ...(data.sample ? { warning: sampleLine(locale) } : {}),
    blocks: [
      ...(data.seats.length > 0 && data.kind !== "board"
        ? ([
            { kind: "heading", text: t("attending") },
            {
              kind: "text",
              text: data.seats.map((seat) => nameOf(seat, locale)).join(locale === "en" ? "; " : "、"),
            },
          ] as const)
        : []),
      ...(data.kind === "minutes" ? minutesBlocks(data, locale) : []),
      ...tablesOf(data, locale).flatMap((table) => tableBlocks(data, table, locale)),
    ],
  });
}

function minutesBlocks({ items, minutes }: MeetingData, locale: Locale): readonly PaperBlock[] {
  const t = createTranslator(locale, "meeting.paper");
  return [
    { kind: "heading", text: t("discussion") },
    ...(minutes ? [{ kind: "text", text: minutes } as const] : []),
    ...items.flatMap((item): readonly PaperBlock[] => [
      {
        kind: "text",
        text: [`${item.position}.`, item.goal, pointOf(item, locale)].filter(Boolean).join(" "),
      },
      ...(item.notes ? [{ kind: "note", text: item.notes } as const] : []),
    ]),
  ];
}

function tableBlocks({ snapshot }: MeetingData, table: MeetingTable, locale: Locale): readonly PaperBlock[] {
  const t = createTranslator(locale, "meeting.paper");
  const at = formatDate(snapshot.at, locale, "time");
  const basis = snapshot.release
    ? t("basis", { period: snapshot.release.period, edition: snapshot.release.edition, at })
    : t("basisNone", { at });
  const notes =
    table.title === t("standings") ? [basis, t("withheld")] : table.title === t("law") ? [t("lawNote")] : [];
  return [
    { kind: "heading", text: table.title },
    ...notes.map((text) => ({ kind: "note", text }) as const),
    {
      kind: "table",
      columns: table.columns.map(({ head, kind, wide }) => ({
        head,
        number: kind === "decimal" || kind === "integer",
        width: wide ? "*" : "auto",
      })),
      rows: table.rows.map((row) =>
        row.map((cell, column) => printed(cell, table.columns[column]?.kind, locale)),
      ),
    },
  ];
}

const digits = /^-?\d+(\.\d+)?$/;

/** The same digits as in the workbook, grouped for reading. */
function printed(cell: string | null | undefined, kind: string | undefined, locale: Locale): string {
  if (cell == null) return "";
  if (kind === "date") return formatDate(cell, locale);
  return (kind === "decimal" || kind === "integer") && digits.test(cell) ? formatNumber(cell, locale) : cell;
}
