import { createTranslator } from "@lilink/i18n";
import { DataTable, DescriptionList, PageHeader, Section } from "@lilink/ui";
import { Check, Minus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";

const tasks = [
  { key: "find", href: "/postings" },
  { key: "post", href: "/postings/new" },
  { key: "match", href: "/postings/own" },
  { key: "answer", href: "/introductions" },
  { key: "file", href: "/returns" },
  { key: "goal", href: "/goals" },
  { key: "battery", href: "/batteries/codes" },
] as const;

const readers = ["visitor", "rival", "member", "partner", "own"] as const;
/** What each level opens, reader by reader; a rival reads no capacity, price, customer or volume. */
const opens: Readonly<Record<"everyone" | "member" | "partner" | "own", readonly (boolean | "part")[]>> = {
  everyone: [true, true, true, true, true],
  member: [false, "part", true, true, true],
  partner: [false, false, false, true, true],
  own: [false, false, false, false, true],
};
const levels = ["everyone", "member", "partner", "own"] as const;

const terms = [
  "posting",
  "capability",
  "need",
  "project",
  "concept",
  "link",
  "figure",
  "hard",
  "wish",
  "match",
  "nearMiss",
  "introduction",
  "outcome",
  "level",
  "competitor",
  "verified",
  "return",
  "round",
  "release",
  "withheld",
  "coverage",
  "indicator",
  "goal",
  "baseline",
  "sample",
  "lce",
  "trl",
  "hhi",
  "gate",
  "listed",
  "closure",
  "proposal",
] as const;

/** The tasks that people come for, who sees what, and the words of the platform. */
export function HelpPage() {
  const t = useTranslations("help");
  const inOther = createTranslator(useLocale() === "en" ? "zh-CN" : "en", "help.term");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <Section id="tasks" title={t("tasks")}>
        <ul className="grid gap-x-10 gap-y-6 sm:grid-cols-2 xl:grid-cols-3">
          {tasks.map(({ key, href }) => (
            <li key={key} className="border-t border-edge pt-2">
              <TextLink href={href} className="font-semibold">
                {t(`task.${key}`)}
              </TextLink>
              <p className="mt-1 text-muted">{t(`task.${key}Body`)}</p>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="levels" title={t("levels")} fold="">
        <p className="prose-measure mb-3 text-muted">{t("levelsLead")}</p>
        <DataTable
          caption={t("levels")}
          rows={levels}
          rowKey={(level) => level}
          columns={[
            { key: "level", label: t("level"), lead: true, cell: (level) => t(`levelName.${level}`) },
            ...readers.map((reader, at) => ({
              key: reader,
              label: t(`reader.${reader}`),
              cell: (level: (typeof levels)[number]) => <Opens value={opens[level][at] ?? false} />,
            })),
          ]}
        />
      </Section>
      <Section id="words" title={t("words")} fold={terms.length}>
        <DescriptionList
          items={terms.map((term) => ({
            key: term,
            term: (
              <span id={`word-${term}`} className="text-ink">
                {t(`term.${term}`)}
                <span className="ml-2 text-sm text-muted">{inOther(term)}</span>
              </span>
            ),
            detail: t(`means.${term}`),
          }))}
        />
      </Section>
      <Section id="more" title={t("more")}>
        <p className="flex flex-wrap gap-x-6 gap-y-1">
          <TextLink href="/interface">{t("api")}</TextLink>
          <TextLink href="/licences">{t("sources")}</TextLink>
          <TextLink href="/terms">{t("rules")}</TextLink>
        </p>
      </Section>
    </>
  );
}

function Opens({ value }: { readonly value: boolean | "part" }) {
  const t = useTranslations("help.opens");
  if (value === "part") return <span className="text-sm">{t("part")}</span>;
  const Sign = value ? Check : Minus;
  return (
    <span className={value ? "text-success" : "text-muted"}>
      <Sign aria-hidden className="size-4" />
      <span className="sr-only">{t(value ? "yes" : "no")}</span>
    </span>
  );
}
