"use client";

import { levelOf, levelOfFigure, type PostingContent, readAs } from "@lilink/model/posting";
import { Select } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { type DraftValues, toContent, toLevels } from "./draft-values.ts";
import { useFormTools } from "./form-tools.tsx";
import { PostingBadges } from "./posting-badges.tsx";
import { PostingBody } from "./posting-body.tsx";

const readers = ["visitor", "member", "competitor", "partner"] as const;
type Reader = (typeof readers)[number];

/** What another reader would receive of what is typed right now, by the functions that split the stored parts. */
export function PreviewPanel() {
  const t = useTranslations("posting");
  const id = useId();
  const [reader, setReader] = useState<Reader>("visitor");
  const { kind, identity, files } = useFormTools();
  const { control } = useFormContext<DraftValues>();
  const values = useWatch({ control }) as DraftValues;
  const content = toContent(values) as PostingContent;
  const attachments = files.filter((file) => values.attachments.includes(file.publicId));
  const levels = toLevels(values);
  const fields = readAs(reader, content, levels, { identity, attachments });
  const { title: _title, ...rest } = fields;
  const keepsCeiling =
    kind === "need" &&
    ((values.price.trim() !== "" && levelOf("price", levels) === "own") ||
      (content.figures.some(({ attribute }) => attribute === "price") &&
        levelOfFigure("price", levels) === "own"));
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <label htmlFor={id} className="text-sm text-muted">
          {t("preview.as")}
        </label>
        <Select
          id={id}
          value={reader}
          onChange={(event) => setReader(readers.find((one) => one === event.target.value) ?? "visitor")}
          options={readers.map((value) => ({ value, label: t(`preview.${value}`) }))}
        />
        <p className="text-sm text-muted">{t("preview.note")}</p>
        {keepsCeiling ? <p className="text-sm">{t("preview.ceiling")}</p> : null}
      </div>
      <article className="border-t border-line pt-4 [&_section]:mb-5">
        <PostingBadges kind={kind} concept={content.concept || null} />
        <h3 className="mt-2 mb-3 text-lg" lang={values.language === "en" ? "en" : "zh-CN"}>
          {content.title || t("own.untitled")}
        </h3>
        {Object.keys(rest).length === 0 ? <p className="text-muted">{t("preview.empty")}</p> : null}
        <PostingBody fields={fields} kind={kind} language={values.language} idPrefix={`preview-${id}`} />
      </article>
    </div>
  );
}
