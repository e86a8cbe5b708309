import { formatDate } from "@lilink/i18n";
import { Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { organizationName } from "#features/organization/view.ts";
import type { ProposedPair } from "../queries.ts";
import { standingOf } from "../view.ts";
import { PairBadge } from "./pair-badge.tsx";
import { PairButtons } from "./pair-buttons.tsx";

type Given = { readonly own: string; readonly pairs: readonly ProposedPair[]; readonly mayAct: boolean };

/** What one's advisers proposed for a posting, beside what was computed; the client decides. [AV5] */
export function PairPart({ own, pairs, mayAct }: Given) {
  const t = useTranslations("engagement.pair");
  const locale = useLocale();
  if (pairs.length === 0) return null;
  return (
    <Section id="proposed" title={t("proposed")}>
      <p className="prose-measure mb-2 text-muted">{t("proposedLead")}</p>
      <ul className="hairline-list border-y border-line">
        {pairs.map((pair) => (
          <li key={pair.publicId} className="flex flex-col gap-1 py-3">
            <p className="flex flex-wrap items-baseline gap-x-3">
              {pair.other?.title ? (
                <TextLink href={`/postings/${pair.other.publicId}`}>
                  <OwnWords whole>{pair.other.title}</OwnWords>
                </TextLink>
              ) : (
                <span className="text-muted">{t("gone")}</span>
              )}
              <PairBadge pair={pair} />
            </p>
            <p className="prose-measure">
              <OwnWords>{pair.reason}</OwnWords>
            </p>
            <p className="text-sm text-muted">
              {t("by", {
                name: pair.adviserName,
                body: pair.adviserBody ? organizationName(pair.adviserBody, locale) : "",
                date: formatDate(pair.proposedAt, locale),
              })}
            </p>
            {mayAct && standingOf(pair) === "open" ? (
              <PairButtons
                publicId={pair.publicId}
                own={own}
                other={pair.other?.title ? pair.other.publicId : null}
                text={{
                  take: t("take"),
                  dismiss: t("dismiss"),
                  taken: t("taken"),
                  dismissed: t("dismissed"),
                }}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
