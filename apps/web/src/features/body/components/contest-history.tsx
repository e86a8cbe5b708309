import { formatDate } from "@lilink/i18n";
import { Badge } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { OwnWords } from "#components/own-words.tsx";
import type { ContestView } from "../queries.ts";
import { contestTone } from "../view.ts";
import { ContestText } from "./contest-text.tsx";
import { WithdrawContest } from "./withdraw-contest.tsx";

export type ContestHistoryProps = { readonly contested: readonly ContestView[]; readonly own: boolean };

/** What a body objected to and what was answered; both sides read the same. [BD7] */
export function ContestHistory({ contested, own }: ContestHistoryProps) {
  const t = useTranslations("body");
  const locale = useLocale();
  if (contested.length === 0) return null;
  return (
    <div className="mt-6">
      <h3 className="mb-2 font-semibold">{t("facts.contested")}</h3>
      <ul className="hairline-list">
        {contested.map((one) => (
          <li key={one.publicId} className="flex flex-col items-start gap-1 py-3">
            <span className="flex flex-wrap items-center gap-2">
              <span className="font-medium">{t(`fact.${one.fact as "nameZh"}`)}</span>
              <Badge tone={contestTone[one.state as "open"]}>{t(`state.${one.state as "open"}`)}</Badge>
              <span className="text-sm text-muted">
                {t("queue.filed", { date: formatDate(one.filedAt, locale, "time") })}
              </span>
            </span>
            <ContestText contest={one} />
            {one.evidence ? (
              <p>
                <span className="text-muted">
                  {one.answeredAt
                    ? t("queue.answeredOn", { date: formatDate(one.answeredAt, locale, "time") })
                    : null}{" "}
                  · {t("queue.evidence")}:{" "}
                </span>
                <OwnWords>{one.evidence}</OwnWords>
              </p>
            ) : null}
            {own && one.state === "open" ? <WithdrawContest publicId={one.publicId} /> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
