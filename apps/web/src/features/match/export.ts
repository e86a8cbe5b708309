import { mostCompared, publicIdSchema } from "@lilink/contract";
import type { CsvCell } from "@lilink/documents";
import { createTranslator, type Locale, toDay } from "@lilink/i18n";
import { chooseWord, type Question, sideOf, termCodes } from "@lilink/model/matching";
import { z } from "zod";
import { attributeName, conceptName } from "#features/posting/view.ts";
import { answerTable } from "#lib/answer-table.ts";
import { type Export, notThere } from "#lib/define-export.ts";
import { countVerdicts } from "./components/clauses.ts";
import { termTextIn } from "./components/term-text.ts";
import { toComparison, toStated } from "./components/to-comparison.ts";
import { toPlace } from "./components/to-place.ts";
import { loadAllMatches, loadCompared, type Match, type MatchList } from "./queries.ts";

/** The matches of one's own posting, near misses after them; what was dismissed stays out. */
export const matches: Export = async ({ request, params, locale }) => {
  const publicId = publicIdSchema.safeParse(params.posting);
  if (!publicId.success) return notThere();
  return answerTable(request, async () => {
    const list = await loadAllMatches(publicId.data);
    const { head, cells } = columnsIn(locale, list);
    const rows = [...list.matches, ...list.nearMisses].map(cells);
    return { name: createTranslator(locale, "match.page")("title"), head, rows };
  });
};

/** The chosen matches side by side, a row for each clause, as their page shows them. */
export const comparison: Export = async ({ request, params, locale }) => {
  const publicId = publicIdSchema.safeParse(params.posting);
  const chosen = z
    .array(publicIdSchema)
    .max(mostCompared)
    .safeParse((params.with ?? "").split(","));
  if (!publicId.success || !chosen.success) return notThere();
  return answerTable(request, async () => {
    const { own, matches: compared } = await loadCompared(publicId.data, chosen.data);
    const t = createTranslator(locale, "match");
    const termText = termTextIn(createTranslator(locale, "posting"), locale);
    const word = (match: Match) => createTranslator(locale, "match.word")(chooseWord(match.result));
    const clauses = toComparison(own.kind, compared, locale, ({ other }, side) => termText(own, other, side));
    const rows = clauses.map((row): CsvCell[] => [
      row.term ? t(`term.${row.term}`) : row.attribute,
      createTranslator(locale, "common.state")(row.hard ? "yes" : "no"),
      row.own,
      ...row.cells.map((cell) =>
        cell ? `${cell.text ?? t("page.nothingStated")} (${t(`verdict.${cell.verdict}`)})` : null,
      ),
    ]);
    const stated = toStated(
      clauses,
      compared.map(({ other }) => other.fields.figures ?? []),
      locale,
    );
    rows.push(...stated.map(({ name, cells }): CsvCell[] => [name, null, null, ...cells]));
    return {
      name: t("compare.title"),
      head: [
        t("compare.clause"),
        t("page.hard"),
        t(own.kind === "capability" ? "compare.offered" : "compare.asked"),
        ...compared.map((match) => `${match.other.fields.title ?? ""} (${word(match)})`),
      ],
      rows,
    };
  });
};

const columns = [
  "title",
  "kind",
  "concept",
  "organization",
  "word",
  "place",
  "pass",
  "fail",
  "unknown",
  "question",
  "nearMiss",
  "published",
] as const;

/** What a question is about: an attribute, or a condition beside the figures. */
function askedName({ attribute }: Question, locale: Locale): string {
  const term = termCodes.find((code) => code === attribute);
  return term ? createTranslator(locale, "match.term")(term) : attributeName(attribute, locale);
}

function columnsIn(locale: Locale, { own }: Pick<MatchList, "own">) {
  const t = createTranslator(locale, "match");
  const word = createTranslator(locale, "match.word");
  const kind = createTranslator(locale, "posting.kind");
  const state = createTranslator(locale, "common.state");
  return {
    head: columns.map((column) => t(`page.columns.${column}`)),
    cells: ({ other, result }: Match): CsvCell[] => {
      const place = toPlace(result.relation, sideOf(own.kind, other.kind) ?? "demand", locale);
      const { pass, fail, near, unknown } = countVerdicts(result);
      const { title, identity } = other.fields;
      return [
        title ?? null,
        kind(other.kind),
        conceptName(other.concept, locale),
        (locale === "en" ? identity?.nameEn : undefined) ?? identity?.name ?? null,
        word(chooseWord(result)),
        t(`page.place.${place.key}`, place.params),
        pass,
        fail,
        near + unknown,
        result.question ? askedName(result.question, locale) : null,
        state(result.breaksHard ? "yes" : "no"),
        other.publishedAt ? toDay(other.publishedAt) : null,
      ];
    },
  };
}
