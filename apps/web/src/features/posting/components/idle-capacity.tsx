import type { Locale } from "@lilink/i18n";
import { type PlantOutput, toIdleCapacity } from "@lilink/model/posting";
import { Section } from "@lilink/ui";
import { getTranslations } from "next-intl/server";
import { conceptName } from "../view.ts";
import { StartButton } from "./start-button.tsx";

export type IdleCapacityProps = {
  readonly plant: PlantOutput;
  /** A day of Shanghai. */
  readonly today: string;
  readonly locale: Locale;
};

/** For the people of a plant: what it does not use becomes an offer by month, filled in but for the amounts. [PO28] */
export async function IdleCapacity({ plant, today, locale }: IdleCapacityProps) {
  const t = await getTranslations("posting.idle");
  const offer = toIdleCapacity(plant, today);
  if (!offer?.concept) return null;
  const name = conceptName(offer.concept, locale);
  return (
    <Section id="idle" title={t("title")}>
      <p className="prose-measure mb-3 text-sm text-muted">{t("lead")}</p>
      <StartButton
        kind="capability"
        content={{
          ...offer,
          language: locale === "en" ? "en" : "zh",
          title: t("name", { concept: name }),
          summary: t("summary", { concept: name }),
        }}
        text={t("offer")}
        label={t("offer")}
      />
    </Section>
  );
}
