import { formatDate } from "@lilink/i18n";
import { factMarks } from "@lilink/model/organization";
import type { Bilingual } from "@lilink/model/register";
import { Badge, type Column, DataTable, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import type { FactsView, FactView } from "../queries.ts";
import { factText } from "../view.ts";
import { ContestHistory } from "./contest-history.tsx";
import { FactCheck } from "./fact-check.tsx";
import { Marks } from "./marks.tsx";

export type FactsSectionProps = {
  readonly publicId: string;
  readonly found: FactsView;
  /** What the paper says of the body, in both languages. */
  readonly says?: Bilingual | null | undefined;
};

/** What the directory says of a body, who says it, how sure it is, and what its own people or an officer can do about it. [BD5] [BD6] [BD7] */
export function FactsSection({ publicId, found, says = null }: FactsSectionProps) {
  const t = useTranslations("body");
  const locale = useLocale();
  const columns: readonly Column<FactView>[] = [
    { key: "fact", label: t("facts.whichFact"), lead: true, cell: ({ fact }) => t(`fact.${fact}`) },
    {
      key: "value",
      label: t("facts.value"),
      className: "wrap-anywhere",
      cell: ({ fact, value }) => <OwnWords>{factText(fact, value, locale, says)}</OwnWords>,
    },
    {
      key: "basis",
      label: t("facts.basisColumn"),
      className: "sm:whitespace-nowrap",
      cell: ({ basis }) => t(`basis.${basis}`),
    },
    {
      key: "sure",
      label: t("facts.sure"),
      cell: ({ marks, disputed }) => (
        <span className="inline-flex flex-wrap items-center gap-2">
          <Marks
            held={factMarks.map((mark) => marks.includes(mark))}
            label={
              marks.length === 0
                ? t("facts.sureNone")
                : t("facts.sureOf", {
                    count: marks.length,
                    marks: marks.map((mark) => t(`mark.${mark}`)).join(" · "),
                  })
            }
          />
          {marks.length > 0 ? (
            <span className="text-xs text-muted">
              {marks.map((mark) => t(`mark.${mark}`)).join(t("facts.join"))}
            </span>
          ) : null}
          {disputed ? <Badge tone="warning">{t("facts.disputed")}</Badge> : null}
        </span>
      ),
    },
    {
      key: "next",
      label: t("facts.next"),
      className: "sm:whitespace-nowrap",
      cell: ({ nextCheckOn, marks }) => (
        <span className="inline-flex flex-wrap items-center gap-2">
          {formatDate(nextCheckOn, locale)}
          {marks.includes("fresh") ? null : <Badge tone="warning">{t("facts.due")}</Badge>}
        </span>
      ),
    },
    ...(found.contests
      ? [
          {
            key: "object",
            label: t("facts.object"),
            className: "sm:whitespace-nowrap",
            cell: ({ fact, contestable }: FactView) =>
              contestable ? (
                <TextLink href={`/organizations/${publicId}/contest?fact=${fact}`}>
                  {t("facts.object")}
                </TextLink>
              ) : (
                <TextLink href="/settings/organization">{t("facts.edit")}</TextLink>
              ),
          },
        ]
      : []),
  ];
  return (
    <Section id="facts" title={t("facts.title")} fold={found.facts.filter(isTold).length}>
      <p className="prose-measure mb-3 text-muted">{t("facts.lead")}</p>
      <DataTable
        caption={t("facts.caption")}
        columns={columns}
        rows={found.facts.filter(isTold)}
        rowKey={({ fact }) => fact}
      />
      <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-muted">
        <Marks held={factMarks.map(() => true)} label={t("facts.sure")} />
        {t("facts.legend", { marks: factMarks.map((mark) => t(`mark.${mark}`)).join(t("facts.join")) })}
      </p>
      <Sources found={found} says={says} />
      {found.keeps ? <FactCheck publicId={publicId} /> : null}
      <ContestHistory contested={found.contested} own={found.contests} />
    </Section>
  );
}

/** A name that is written in the other script is none in this one. */
const isTold = ({ fact, value }: FactView) =>
  fact !== "nameZh" || value === null || /\p{Script=Han}/u.test(value);

/** What every source says, for the body itself and for officers. */
function Sources({ found, says }: { readonly found: FactsView; readonly says: Bilingual | null }) {
  const t = useTranslations("body");
  const locale = useLocale();
  const told = found.facts.filter(({ statements, evidence }) => statements.length > 1 || evidence.length > 0);
  if (told.length === 0) return null;
  return (
    <details className="mt-4">
      <summary className="cursor-pointer text-link">{t("facts.said")}</summary>
      <dl className="hairline-list mt-2">
        {told.map(({ fact, statements, evidence }) => (
          <div key={fact} className="py-2">
            <dt className="font-medium">{t(`fact.${fact}`)}</dt>
            {statements.map(({ value, basis, on }) => (
              <dd key={`${basis} ${on} ${value}`} className="wrap-anywhere">
                <OwnWords>{factText(fact, value, locale, says)}</OwnWords>{" "}
                <span className="text-sm text-muted">
                  {t(`basis.${basis}`)} · {formatDate(on, locale)}
                </span>
              </dd>
            ))}
            {evidence.map((one) => (
              <dd key={one.evidence} className="text-sm text-muted">
                {t("facts.evidence")}: <OwnWords>{one.evidence}</OwnWords>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </details>
  );
}
