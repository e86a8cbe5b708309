import { placeName } from "@lilink/i18n";
import type { LevelChoice, PostingKind, PostingPartFields } from "@lilink/model/posting";
import { DescriptionList, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { identityName } from "#lib/identity-name.ts";
import { conceptName, fileSize, spanOf, volumeText, withColumns } from "../view.ts";
import { FigureTable } from "./figure-table.tsx";
import { ScheduleBars } from "./schedule-bars.tsx";
import { SeenBy } from "./seen-by.tsx";

export type PostingBodyProps = {
  readonly fields: PostingPartFields;
  readonly kind: PostingKind;
  readonly language: string;
  /** Makes the headings of two bodies on one page differ. */
  readonly idPrefix?: string;
  /** Who sees each field: its own organization reads it beside the field. */
  readonly levels?: LevelChoice | undefined;
};

/** A posting as it arrived at this reader. A field that did not arrive is not mentioned. */
export function PostingBody({ fields, kind, language, idPrefix = "posting", levels }: PostingBodyProps) {
  const t = useTranslations("posting.body");
  const lang = language === "en" ? "en" : "zh-CN";
  return (
    <>
      {fields.summary ? (
        <div className="mb-8 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <p lang={lang} className="prose-measure min-w-0 flex-1 basis-80 whitespace-pre-wrap">
            <OwnWords whole mark>
              {fields.summary}
            </OwnWords>
          </p>
          <SeenBy field="summary" level={levels?.summary} />
        </div>
      ) : null}
      {fields.figures?.length ? (
        <Section id={`${idPrefix}-figures`} title={t("figures")}>
          <FigureTable figures={fields.figures} kind={kind} levels={levels} />
        </Section>
      ) : null}
      <PostingFacts fields={fields} kind={kind} lang={lang} idPrefix={idPrefix} levels={levels} />
      <PostingSchedule fields={fields} kind={kind} idPrefix={idPrefix} />
      <TextPart
        id={`${idPrefix}-description`}
        title={t("description")}
        lang={lang}
        text={fields.description}
        seen={<SeenBy field="description" level={levels?.description} />}
      />
      <TextPart
        id={`${idPrefix}-comparison`}
        title={t("comparison")}
        lang={lang}
        text={fields.comparison}
        seen={<SeenBy field="comparison" level={levels?.comparison} />}
      />
      <TextPart
        id={`${idPrefix}-evidence`}
        title={t("evidence")}
        lang={lang}
        text={fields.evidence}
        seen={<SeenBy field="evidence" level={levels?.evidence} />}
      />
      <PostingFiles fields={fields} idPrefix={idPrefix} levels={levels} />
    </>
  );
}

function TextPart(props: {
  readonly id: string;
  readonly title: string;
  readonly lang: string;
  readonly text: string | undefined;
  readonly seen: ReactNode;
}) {
  if (!props.text) return null;
  return (
    <Section id={props.id} title={props.title}>
      <p lang={props.lang} className="prose-measure whitespace-pre-wrap">
        {withColumns(props.text)}
      </p>
      <p className="mt-2 empty:hidden">{props.seen}</p>
    </Section>
  );
}

function PostingSchedule({ fields, kind, idPrefix }: Pick<PostingBodyProps, "fields" | "kind" | "idPrefix">) {
  const t = useTranslations("posting.schedule");
  const { volume } = fields;
  if (!volume?.schedule?.length) return null;
  return (
    <Section id={`${idPrefix}-schedule`} title={t("title")}>
      <ScheduleBars
        title={t("picture")}
        unit={volume.unit}
        alone={kind === "capability" ? "offer" : "need"}
        periods={volume.schedule.map(({ period, amount }) => ({ period, offer: amount, isShort: false }))}
      />
    </Section>
  );
}

function PostingFacts({
  fields,
  kind,
  lang,
  idPrefix,
  levels,
}: {
  readonly fields: PostingPartFields;
  readonly kind: PostingKind;
  readonly lang: string;
  readonly idPrefix: string;
  readonly levels: LevelChoice | undefined;
}) {
  const items = useFacts(fields, kind, lang, levels);
  const t = useTranslations("posting.body");
  if (items.length === 0) return null;
  return (
    <Section id={`${idPrefix}-facts`} title={t("facts")}>
      <DescriptionList items={items} className="border-y border-line" />
    </Section>
  );
}

function useFacts(
  fields: PostingPartFields,
  kind: PostingKind,
  lang: string,
  levels: LevelChoice | undefined,
) {
  const t = useTranslations("posting");
  const locale = useLocale();
  const written = (text: string | undefined) => (text ? <span lang={lang}>{text}</span> : null);
  const span = fields.volume ? spanOf(fields.volume, locale) : null;
  const identity = fields.identity;
  const rows: readonly (readonly [Parameters<typeof t>[0], ReactNode])[] = [
    [
      "body.organization",
      identity ? (
        <TextLink href={`/organizations/${identity.publicId}`}>
          <OwnWords whole>{identityName(identity, locale)}</OwnWords>
        </TextLink>
      ) : null,
    ],
    ["field.concepts", fields.concepts?.map((id) => conceptName(id, locale)).join(" · ")],
    [
      "field.volume",
      fields.volume ? (
        <>
          {volumeText(fields.volume, locale)}
          {span ? <span className="ml-3 text-muted">{t(`body.${span.key}`, span.params)}</span> : null}
        </>
      ) : null,
    ],
    [kind === "need" ? "field.priceCeiling" : "field.price", written(fields.price)],
    ["field.customers", written(fields.customers)],
    ["field.budget", fields.budget ? t(`budget.${fields.budget}`) : null],
    ["field.region", fields.region ? placeName(fields.region, locale) : null],
    ["field.maturity", fields.maturity ? t(`maturity.${fields.maturity}`) : null],
    ["field.trl", fields.trl],
    ["field.ipStatus", fields.ipStatus ? t(`ipStatus.${fields.ipStatus}`) : null],
    ["field.cooperation", fields.cooperation?.map((form) => t(`cooperation.${form}`)).join(" · ")],
    ["field.internalNote", written(fields.internalNote)],
  ];
  return rows.flatMap(([key, detail]) => {
    if (!detail) return [];
    const field = key === "body.organization" ? "identity" : key.replace("field.", "").replace("Ceiling", "");
    const level = levels?.[field];
    const told = level ? (
      <span className="flex flex-wrap justify-between gap-x-6">
        <span className="min-w-0">{detail}</span>
        <SeenBy field={field} level={level} />
      </span>
    ) : (
      detail
    );
    return [{ key, term: t(key), detail: told }];
  });
}

function PostingFiles({
  fields,
  idPrefix,
  levels,
}: {
  readonly fields: PostingPartFields;
  readonly idPrefix: string;
  readonly levels: LevelChoice | undefined;
}) {
  const t = useTranslations("posting.body");
  const locale = useLocale();
  if (!fields.attachments?.length) return null;
  return (
    <Section id={`${idPrefix}-files`} title={t("files")}>
      <ul className="hairline-list border-y border-line">
        {fields.attachments.map((file) => (
          <li key={file.publicId} className="flex flex-wrap justify-between gap-4 py-2">
            <a href={`/api/files/${file.publicId}`} className="text-link min-w-0" download>
              {file.name}
            </a>
            <span className="text-sm text-muted tabular-nums">
              {t("fileSize", { size: fileSize(file.size, locale) })}
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-2 empty:hidden">
        <SeenBy field="attachments" level={levels?.attachments} />
      </p>
    </Section>
  );
}
