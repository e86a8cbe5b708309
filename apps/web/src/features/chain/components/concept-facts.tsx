import { hsCodes } from "@lilink/model/codes";
import { type DescriptionItem, DescriptionList, Tag } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { Formula } from "#components/formula.tsx";
import { headed } from "#features/target/view.ts";
import type { ConceptPageData } from "../queries.ts";
import { nameOf, otherNameOf } from "../view.ts";
import { NoteText } from "./note-text.tsx";

/** What a concept is called, what it is made of, where it stands and where the knowledge comes from. */
export function ConceptFacts({ data }: { readonly data: ConceptPageData }) {
  const t = useTranslations("chain");
  const locale = useLocale();
  const { concept, stage } = data;
  const hs = hsCodes.find((line) => line.hs6 === concept.hs6);
  const words = [...new Set([...concept.abbreviations, ...concept.synonyms])];
  const items: readonly (DescriptionItem | null)[] = [
    {
      key: "other",
      term: t("concept.otherName"),
      detail: <span lang={locale === "en" ? "zh" : "en"}>{otherNameOf(concept, locale)}</span>,
    },
    words.length === 0
      ? null
      : {
          key: "words",
          term: t("concept.synonyms"),
          detail: (
            <span className="flex flex-wrap gap-1">
              {words.map((word) => (
                <Tag key={word}>{word}</Tag>
              ))}
            </span>
          ),
        },
    concept.formula === undefined
      ? null
      : { key: "formula", term: t("concept.formula"), detail: <Formula text={concept.formula} /> },
    concept.hs6 === undefined
      ? null
      : {
          key: "hs",
          term: t("concept.hs"),
          detail: (
            <>
              <span className="tabular-nums">{concept.hs6}</span>
              {hs ? (
                <span className="block text-sm text-muted">
                  {t("concept.hsNote", { official: hs.official })}
                </span>
              ) : null}
            </>
          ),
        },
    { key: "type", term: t("concept.type"), detail: headed(t(`type.${concept.type}`)) },
    {
      key: "stage",
      term: t("concept.stage"),
      detail: (
        <TextLink href={{ pathname: "/chain", query: { stage: stage.id } }}>{nameOf(stage, locale)}</TextLink>
      ),
    },
    concept.productGrade === undefined
      ? null
      : { key: "grade", term: t("concept.grade"), detail: t(`grade.${concept.productGrade}`) },
    {
      key: "source",
      term: t("concept.source"),
      detail:
        concept.seedSection === undefined
          ? t("concept.recalledWhy")
          : headed(t("concept.seed", { section: concept.seedSection })),
    },
    concept.note === undefined
      ? null
      : {
          key: "note",
          term: t("concept.note"),
          detail: <NoteText en={concept.note} zh={concept.noteZh} />,
        },
  ];
  return <DescriptionList items={items.filter((item) => item !== null)} className="border-y border-line" />;
}
