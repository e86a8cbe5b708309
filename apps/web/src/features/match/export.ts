import { publicIdSchema } from "@lilink/contract";
import type { CsvCell } from "@lilink/documents";
import { createTranslator, type Locale, toDay } from "@lilink/i18n";
import { chooseWord, type Question, sideOf, termCodes } from "@lilink/model/matching";
import { attributeName, conceptName } from "#features/posting/view.ts";
import { answerTable } from "#lib/answer-table.ts";
import { type Export, notThere } from "#lib/define-export.ts";
import { loadAllMatches, type Match, type MatchList } from "./queries.ts";
import { countVerdicts, toPlace } from "./view.ts";

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
      const { pass, fail, unknown } = countVerdicts(result.verdicts);
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
        unknown,
        result.question ? askedName(result.question, locale) : null,
        state(result.breaksHard ? "yes" : "no"),
        other.publishedAt ? toDay(other.publishedAt) : null,
      ];
    },
  };
}
