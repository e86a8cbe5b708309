import { formatDate } from "@lilink/i18n";
import { NoticeBox } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import type { BatteryLife } from "../queries.ts";
import { leadsOn } from "../view.ts";
import { clockOf } from "./life-days.ts";

/** One box at the top of a battery: what the reader has to do now, whether that can still be done, and where the battery goes on. [TR17] */
export function LifeLead({ life, today }: { readonly life: BatteryLife; readonly today: string }) {
  const t = useTranslations("battery.life.lead");
  const kinds = useTranslations("oversight.kind");
  const locale = useLocale();
  const own = life.items.find(({ isOwn }) => isOwn);
  const [next] = leadsOn(life.state) ? [] : life.into;
  if (!own && next === undefined) return null;
  const sentences = !own
    ? [t("nothing")]
    : own.kind === "handover"
      ? ofReceipt(own)
      : [t("other", { kind: kinds(own.kind) })];
  return (
    <div className="mb-6">
      <NoticeBox {...(own && { tone: "warning" as const })}>
        <p>{sentences.join(locale === "en" ? " " : "")}</p>
        {next === undefined ? null : (
          <p>
            {t.rich("goesOn", {
              code: () => (
                <TextLink href={`/batteries/${next}`} className="font-mono break-all">
                  {next}
                </TextLink>
              ),
            })}
          </p>
        )}
      </NoticeBox>
    </div>
  );

  function ofReceipt(item: BatteryLife["items"][number]): readonly string[] {
    const clock = clockOf(item, today);
    const goneOn = life.events.some(({ on, correctedBy }) => on > item.occurredOn && correctedBy === null);
    return [
      t("receipt", { date: formatDate(item.occurredOn, locale) }),
      item.dueOn === null || clock === null
        ? t("noDay")
        : item.isOverdue
          ? t("late", { days: -clock.left })
          : t("until", { date: formatDate(item.dueOn, locale) }),
      ...(goneOn ? [t("goneOn")] : []),
    ];
  }
}
