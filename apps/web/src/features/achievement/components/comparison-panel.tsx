import { formatDate, type Locale } from "@lilink/i18n";
import { daysBetween } from "@lilink/model/calendar";
import type { Figure, Values } from "@lilink/model/register";
import { NoticeBox, Section } from "@lilink/ui";
import { getTranslations } from "next-intl/server";
import { OwnWords } from "#components/own-words.tsx";
import { compareCosts } from "../view.ts";
import { figureWords } from "./achievement-picture.tsx";
import { CostBars } from "./cost-bars.tsx";

type Given = {
  readonly state: string;
  readonly values: Values;
  readonly today: string;
  readonly locale: Locale;
};

/** The comparison first, and for its owner a warning while a planned publication would kill the patent. [AC3] [AC4] */
export async function ComparisonPanel({ state, values, today, locale }: Given) {
  const t = await getTranslations("achievement");
  const [own, rival] = [values.ownCost as Figure | null, values.rivalCost as Figure | null];
  const both = compareCosts(own, rival);
  const publishOn = values.publishOn ? String(values.publishOn) : null;
  const isOpen = state === "draft" || state === "disclosed";
  const days = publishOn ? daysBetween(today, publishOn) : 0;
  return (
    <>
      {publishOn && isOpen && !values.priorityOn ? (
        <NoticeBox
          tone={days > 30 ? "warning" : "danger"}
          className="mb-6"
          title={days >= 0 ? t("publishSoon", { days }) : t("published")}
        >
          {t("publishWhy", { day: formatDate(publishOn, locale) })}
        </NoticeBox>
      ) : null}
      {both ? (
        <Section id="comparison" title={t("comparison")}>
          <p className="mb-2 font-medium">
            {t(both.less >= 0 ? "less" : "more", { share: Math.abs(both.less) })}
          </p>
          <CostBars
            compared={both}
            own={{ name: t("own"), text: figureWords(own, locale) }}
            rival={{ name: t("rival"), text: figureWords(rival, locale) }}
          />
          {values.basis ? (
            <p className="mt-2 text-sm text-muted">
              <OwnWords>{String(values.basis)}</OwnWords>
            </p>
          ) : null}
        </Section>
      ) : null}
    </>
  );
}
