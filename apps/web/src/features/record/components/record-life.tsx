import { formatDate, type Locale, type RecordWords, sayStep } from "@lilink/i18n";
import { Timeline } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { ownHalf } from "#lib/in-locale.ts";
import { personIn } from "#lib/person-in.ts";
import type { RecordView } from "../queries.ts";

/** The steps that a record took, and what is owed of it next. */
export function RecordLife({
  words,
  locale,
  record,
}: {
  readonly words: RecordWords;
  readonly locale: Locale;
  readonly record: RecordView;
}) {
  const t = useTranslations("register");
  const taken = record.life.map(({ step, to, reason, by, at }, index) => ({
    key: `${index}`,
    when: formatDate(at, locale, "time"),
    dateTime: at.toISOString(),
    title: sayStep(words.step(step), words.state(to)),
    body:
      [by && personIn(by, locale), reason && ownHalf(reason, locale)].filter(Boolean).join(" – ") ||
      undefined,
    tone: "success" as const,
  }));
  const next = record.duty
    ? [
        {
          key: "duty",
          when: t("by", { day: formatDate(record.duty.dueAt, locale) }),
          dateTime: record.duty.dueAt.toISOString(),
          title: words.duty(record.duty.kind),
          tone: "warning" as const,
        },
      ]
    : [];
  if (taken.length + next.length === 0) return <p className="text-muted">{t("noLife")}</p>;
  return <Timeline label={t("life")} events={[...taken, ...next]} />;
}
