import { formatDate } from "@lilink/i18n";
import { cn } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import type { BatteryLife } from "../queries.ts";
import { DenialWords } from "./denial-words.tsx";
import { ItemAct, SettleAct } from "./item-act.tsx";
import { clockOf } from "./life-days.ts";

type Item = BatteryLife["items"][number];
const ofHandovers: readonly Item["kind"][] = ["handover", "denied", "disputed"];
type LifeWorkProps = {
  readonly items: readonly Item[];
  /** What happened: a hand-over that is denied has the words of both sides. */
  readonly events: BatteryLife["events"];
  readonly today: string;
  /** Whether the reader reports events of batteries: the form stands on the same page. */
  readonly keeps: boolean;
  /** Whether the reader decides between two words about a hand-over. */
  readonly settles: boolean;
};

/** What is open about a battery: whose it is to do, until when, and how much of that time has passed. */
export function LifeWork({ items, events, today, keeps, settles }: LifeWorkProps) {
  const t = useTranslations("battery.life.work");
  const kinds = useTranslations("oversight.kind");
  const locale = useLocale();
  const denials = useTranslations("battery.denial");
  const denialOf = ({ kind, hash }: Item) =>
    ofHandovers.includes(kind) ? (events.find((event) => event.hash === hash)?.denial ?? null) : null;
  const verbs = useTranslations("battery.verb");
  /** Which event contradicts which, with the body as the list names it. */
  const conflictOf = ({ kind, hash, isOwn, otherZh, otherEn }: Item) => {
    const at = events.findIndex((event) => event.hash === hash);
    const event = events[at];
    const before = events.findIndex((one) => one.hash === event?.contradicts);
    const against = events[before];
    if (kind !== "conflict" || !event || !against) return null;
    const told = (one: typeof event, number: number) =>
      t("event", { number: number + 1, verb: verbs(one.verb), date: formatDate(one.on, locale) });
    const name = (locale === "en" ? (otherEn ?? otherZh) : otherZh) ?? "none";
    const words = { one: told(event, at), other: told(against, before), name };
    return t(isOwn ? "conflictOwn" : "conflict", words);
  };
  if (items.length === 0) {
    const isLate = events.some(({ flags, correctedBy }) => flags.includes("late") && correctedBy === null);
    return <p className="text-sm text-muted">{t(isLate ? "lateOnly" : "none")}</p>;
  }
  return (
    <ul className="border-t border-line">
      {items.map((item) => (
        <li key={item.id} className="border-b border-line py-2">
          <p className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span className="font-medium">{kinds(item.kind)}</span>
            <Remaining item={item} today={today} />
          </p>
          <p className="text-sm text-muted">
            {conflictOf(item) ??
              t(item.kind === "disputed" ? "ofOfficers" : item.isOwn ? "own" : "other", {
                date: formatDate(item.occurredOn, locale),
                code: `…${item.code.slice(-9)}`,
              })}
          </p>
          <TimeBar item={item} today={today} />
          <DenialWords denial={denialOf(item)} />
          {item.kind === "disputed" && settles ? (
            <div className="mt-2">
              <SettleAct item={item} />
            </div>
          ) : null}
          {item.isOwn && keeps ? (
            <div className="mt-2 flex flex-col items-start gap-1">
              {item.kind === "handover" ? (
                <p className="text-sm text-muted">
                  {t("confirmHelp")} {denialOf(item) === null ? denials("denyOffer") : denials("denyOnce")}
                </p>
              ) : null}
              <ItemAct item={{ ...item, denial: denialOf(item) }} />
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Remaining({ item: { dueOn, isOverdue, ...item }, today }: { item: Item; today: string }) {
  const t = useTranslations("battery.life.work");
  const locale = useLocale();
  const clock = clockOf({ dueOn, ...item }, today);
  const text =
    dueOn === null || clock === null
      ? t("noDay")
      : isOverdue
        ? t("late", { date: formatDate(dueOn, locale), days: -clock.left })
        : t("until", { date: formatDate(dueOn, locale), days: clock.left });
  return (
    <span className={cn("text-sm", isOverdue ? "font-semibold text-danger" : "text-muted")}>{text}</span>
  );
}

/** The time of an item as a bar that fills; the text beside it says the same. */
function TimeBar({ item, today }: { item: Item; today: string }) {
  const clock = clockOf(item, today);
  if (clock === null) return null;
  const fill = item.isOverdue ? "bg-danger" : clock.passed > 0.75 ? "bg-warning" : "bg-muted";
  return (
    <div aria-hidden className="mt-1.5 h-1 bg-sunken">
      <div className={cn("h-full", fill)} style={{ width: `${Math.round(clock.passed * 100)}%` }} />
    </div>
  );
}
