import { DescriptionList, Section } from "@lilink/ui";
import { getTranslations } from "next-intl/server";
import { readYield } from "../queries.ts";
import { perHundred } from "../view.ts";

/** What the event came to, beside introductions online or "not comparable". [EV12] */
export async function YieldPanel({ id }: { readonly id: string }) {
  const [t, told] = await Promise.all([getTranslations("event.yield"), readYield(id)]);
  if (!told) return null;
  const { placed, held, guests, came, withStep, online } = told;
  const items = [
    { key: "came", term: t("came"), detail: t("cameLine", { came, guests }) },
    { key: "held", term: t("held"), detail: t("heldLine", { held, placed }) },
    {
      key: "steps",
      term: t("steps"),
      detail: withStep === null ? t("tooFew") : t("stepsLine", { share: perHundred(withStep, held) }),
    },
    {
      key: "online",
      term: t("online"),
      detail: online
        ? t("onlineLine", {
            days: online.days,
            count: online.introductions,
            share: perHundred(online.withStep, online.introductions),
          })
        : t("notComparable"),
    },
    { key: "told", term: t("told"), detail: t("toldLine", { told: told.told, asked: 2 * held }) },
  ];
  return (
    <Section id="yield" title={t("title")}>
      <DescriptionList items={items} />
    </Section>
  );
}
