import { formatDate } from "@lilink/i18n";
import type { LinkId } from "@lilink/model/chain";
import { EmptyState, toneColor } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { LinkMark } from "#components/link-badge.tsx";
import { asLabel, conceptName } from "#features/posting/view.ts";
import type { BoardData } from "../queries.ts";

const shown = 6;

/** Where needs wait and nothing answers, worst first, as bars; each leads to the concept and to the needs themselves. */
export function BoardNeeds({ needs }: { readonly needs: BoardData["unanswered"] }) {
  const t = useTranslations("board.needs");
  const locale = useLocale();
  const most = Math.max(1, ...needs.map((row) => row.needs));
  // Bars of one length tell nothing.
  const isEven = needs.slice(0, shown).every((row) => row.needs === most);
  if (needs.length === 0)
    return (
      <EmptyState
        title={t("none")}
        action={<ButtonLink href="/postings?kind=need">{t("noneStep")}</ButtonLink>}
      />
    );
  return (
    <>
      <ul className="divide-y divide-line text-sm">
        {needs.slice(0, shown).map((row) => (
          <li key={row.concept} className="flex items-center gap-2 py-1.5">
            <LinkMark link={row.link as LinkId} />
            <span className="min-w-0 flex-1">
              <TextLink href={`/chain/${row.concept}`}>
                {asLabel(conceptName(row.concept, locale), locale)}
              </TextLink>
              <span
                className="block text-xs text-muted"
                title={t("since", { date: formatDate(row.oldest, locale) })}
              >
                {t("waits", { days: row.waitingDays })}
              </span>
            </span>
            {isEven ? null : (
              <span aria-hidden className="h-2.5 w-10 shrink-0">
                <span
                  className="block h-full"
                  style={{ width: `${(100 * row.needs) / most}%`, background: toneColor(row.link as LinkId) }}
                />
              </span>
            )}
            <TextLink
              href={`/postings?kind=need&concept=${row.concept}`}
              className="w-6 text-right font-semibold tabular-nums"
            >
              <span className="sr-only">
                {t("open", { count: row.needs, concept: conceptName(row.concept, locale) })}
              </span>
              <span aria-hidden>{row.needs}</span>
            </TextLink>
          </li>
        ))}
      </ul>
      {needs.length > shown ? (
        <p className="mt-2 text-sm">
          <TextLink href="/postings?kind=need">{t("more", { count: needs.length - shown })}</TextLink>
        </p>
      ) : null}
    </>
  );
}
