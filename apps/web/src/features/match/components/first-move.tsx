import { formatDate } from "@lilink/i18n";
import { nextMove, sideOf } from "@lilink/model/matching";
import { useLocale, useTranslations } from "next-intl";
import { OwnWords } from "#components/own-words.tsx";
import { attributeName, headingOf } from "#features/posting/view.ts";
import { identityName } from "#lib/identity-name.ts";
import type { Match, MatchList } from "../queries.ts";
import { toFirst } from "../view.ts";
import { FitWord } from "./fit-word.tsx";
import { MoveLink } from "./move-link.tsx";
import { useVerdictText } from "./verdict-text.ts";

/** The answer of the page: whom to turn to first, why, what is to be asked, and the button for it. Nothing where nobody is left to ask. */
export function FirstMove({ own, matches }: Pick<MatchList, "own"> & { readonly matches: readonly Match[] }) {
  const t = useTranslations("match");
  const locale = useLocale();
  const verdictText = useVerdictText();
  const first = toFirst(matches);
  if (!first) return null;
  const { other, result, answerBy } = first;
  const move = nextMove(result, sideOf(own.kind, other.kind) ?? "demand");
  const names =
    move.move === "introduce"
      ? []
      : [
          ...move.attributes.map((id) => attributeName(id, locale)),
          ...move.terms.map((term) => t(`term.${term}`)),
        ];
  const { identity, title } = other.fields;
  return (
    <section
      aria-label={t("first.label")}
      className="mb-8 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-l-2 border-info bg-info-wash px-4 py-3"
    >
      <div className="min-w-0 flex-1 basis-80">
        <p className="font-medium">
          {t.rich(answerBy ? "first.answer" : identity ? "first.withWho" : "first.with", {
            day: answerBy ? formatDate(answerBy, locale) : "",
            who: () => <OwnWords whole>{identity ? identityName(identity, locale) : ""}</OwnWords>,
            what: () => (
              <a href={`#match-${other.publicId}`} className="text-link underline underline-offset-4">
                <OwnWords whole>{headingOf(other, title ?? "", locale)}</OwnWords>
              </a>
            ),
          })}
        </p>
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
          <FitWord result={result} />
          <span>{verdictText(result)}</span>
          {names.length > 0 && !answerBy ? (
            <span>{t("first.ask", { names: names.join(t("told.join")) })}</span>
          ) : null}
        </p>
      </div>
      <MoveLink own={own} match={first} variant="accent" />
    </section>
  );
}
