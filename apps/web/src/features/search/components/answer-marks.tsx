import { useLocale, useTranslations } from "next-intl";
import { attributeName, figuresText } from "#features/posting/view.ts";
import type { readExplore } from "../queries.ts";

type Answers = Awaited<ReturnType<typeof readExplore>>["page"]["answered"][string];

/** How a posting answers each figure of the search: a mark, what it states, and the verdict for who cannot see the mark. */
export function AnswerMarks({ answers }: { readonly answers: Answers }) {
  const t = useTranslations("search.answer");
  const locale = useLocale();
  return (
    <span className="flex flex-wrap gap-x-3 text-sm font-normal">
      {answers.map(({ asked, verdict, stated }) => (
        <span key={figuresText([asked], locale)} className="verdict-mark" data-verdict={verdict}>
          <span className="sr-only">{t(verdict)}</span>
          {stated
            ? figuresText([stated], locale)
            : t("none", { attribute: attributeName(asked.attribute, locale) })}
        </span>
      ))}
    </span>
  );
}
