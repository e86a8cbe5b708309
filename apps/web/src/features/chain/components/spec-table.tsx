import { formatRange } from "@lilink/i18n";
import { findAttribute, type Spec } from "@lilink/model/chain";
import { DataTable, Tag } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { LinkedText } from "#components/linked-text.tsx";
import { asLabel, attributeName } from "#features/posting/view.ts";
import { type SourceWords, speaksEnglish, toSourceText } from "../view.ts";
import { EnglishText, NoteText } from "./note-text.tsx";

/** The ranges in which values are believable, each with its source and how far it was checked. */
export function SpecTable({ specs }: { readonly specs: readonly Spec[] }) {
  const t = useTranslations("chain.concept");
  const sourced = specs.filter(({ confidence }) => confidence === "sourced");
  const recalled = specs.filter(({ confidence }) => confidence !== "sourced");
  return (
    <>
      {sourced.length > 0 ? <Ranges specs={sourced} /> : null}
      {recalled.length > 0 ? (
        <details className="mt-2">
          <summary className="w-fit text-muted">{t("recalledSpecs", { count: recalled.length })}</summary>
          <Ranges specs={recalled} />
        </details>
      ) : null}
    </>
  );
}

function Ranges({ specs }: { readonly specs: readonly Spec[] }) {
  const t = useTranslations("chain.concept");
  const locale = useLocale();
  return (
    <DataTable
      caption={t("specs")}
      rows={specs}
      rowKey={(spec) => `${spec.attribute}-${spec.min}`}
      columns={[
        {
          key: "attribute",
          label: t("attribute"),
          lead: true,
          cell: (spec) => asLabel(attributeName(spec.attribute, locale), locale),
        },
        {
          key: "range",
          label: t("range"),
          align: "end",
          className: "whitespace-nowrap",
          cell: (spec) =>
            formatRange(spec.min, spec.max, findAttribute(spec.attribute)?.unit ?? null, locale),
        },
        {
          key: "confidence",
          label: t("confidence"),
          className: "sm:whitespace-nowrap",
          cell: (spec) => <Tag>{t(spec.confidence === "sourced" ? "sourced" : "specRecalled")}</Tag>,
        },
        {
          key: "source",
          label: t("basis"),
          className: "text-sm",
          cell: (spec) => <SpecSource spec={spec} />,
        },
      ]}
    />
  );
}

function SpecSource({ spec }: { readonly spec: Spec }) {
  const t = useTranslations("chain.concept");
  const locale = useLocale();
  const { note, noteZh } = spec;
  const source = locale === "en" ? spec.source : (spec.sourceZh ?? spec.source);
  if (source === "recalled" && !note) return null;
  const words: SourceWords = {
    section: (section) => t("seed", { section }),
    rest: (key) => t(`rest.${key}`),
  };
  const told = toSourceText(source, words);
  const linked = <LinkedText text={told} />;
  return (
    <span className="min-w-0 [overflow-wrap:anywhere]">
      {locale !== "en" && speaksEnglish(told) ? <EnglishText>{linked}</EnglishText> : linked}
      {note ? (
        <span className="block text-muted">
          <NoteText en={note} zh={noteZh} />
        </span>
      ) : null}
    </span>
  );
}
