"use client";

import {
  levelOf,
  levelOfFigure,
  type PostingContent,
  type PostingPartFields,
  readAs,
} from "@lilink/model/posting";
import { cn } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { type DraftValues, toContent, toLevels } from "./draft-values.ts";
import { useFormTools } from "./form-tools.tsx";
import { PostingBadges } from "./posting-badges.tsx";
import { PostingBody } from "./posting-body.tsx";

const readers = ["visitor", "competitor", "member", "partner"] as const;
type Reader = (typeof readers)[number];
const cells = 13;

/** How many pieces a reading has: each field, and each figure by itself; what the author said of his text tells nobody more. */
function piecesOf({ figures = [], leftInText: _, ...fields }: PostingPartFields): number {
  return figures.length + Object.values(fields).filter((value) => value !== undefined && value !== "").length;
}

/** Without what is still being typed: a figure before its value, a volume before its amount. */
function toWhole({ figures, volume, ...rest }: PostingContent): PostingContent {
  return {
    ...rest,
    figures: figures.filter(({ attribute, value }) => attribute && value),
    ...(volume?.amount ? { volume } : {}),
  };
}

/** What another reader would receive of what is typed right now, by the functions that split the stored parts. */
export function PreviewPanel({ asPage = false }: { readonly asPage?: boolean }) {
  const t = useTranslations("posting");
  const id = useId();
  const [reader, setReader] = useState<Reader>("member");
  const { kind, identity, files } = useFormTools();
  const { control } = useFormContext<DraftValues>();
  const values = useWatch({ control }) as DraftValues;
  const content = toWhole(toContent(values) as PostingContent);
  const attachments = files.filter((file) => values.attachments.includes(file.publicId));
  const levels = toLevels(values);
  const extra = { identity, attachments };
  const all = piecesOf(readAs("owner", content, levels, extra));
  const fields = readAs(reader, content, levels, extra);
  const { title: _title, ...rest } = fields;
  const keepsCeiling =
    kind === "need" &&
    ((values.price.trim() !== "" && levelOf("price", levels) === "own") ||
      (content.figures.some(({ attribute }) => attribute === "price") &&
        levelOfFigure("price", levels) === "own"));
  return (
    <div className="flex flex-col gap-2">
      <fieldset className={asPage ? "mb-4 grid grid-cols-2 gap-2 sm:grid-cols-4" : "flex flex-col"}>
        <legend className="sr-only">{t("preview.as")}</legend>
        {readers.map((one) => {
          const count = piecesOf(readAs(one, content, levels, extra));
          return (
            <label
              key={one}
              className={cn(
                "flex min-h-8 cursor-pointer items-center gap-2 border border-line px-2.5 text-sm outline-offset-[-2px] outline-focus hover:bg-raised has-[:focus-visible]:outline-2",
                asPage ? "rounded-md py-1" : "border-b-0 first-of-type:rounded-t-md",
                one === reader && "bg-raised font-medium",
                one === reader && (asPage ? "border-ink" : "shadow-[inset_2px_0_0_var(--color-ink)]"),
              )}
            >
              <input
                type="radio"
                className="sr-only"
                name={`reader-${id}`}
                checked={one === reader}
                onChange={() => setReader(one)}
              />
              <span className={asPage ? "" : "w-20 shrink-0"}>{t(`preview.${one}`)}</span>
              {asPage ? null : <ReachBar share={all === 0 ? 0 : count / all} />}
              <span className="ml-auto text-xs text-muted tabular-nums">
                {t("form.ofAll", { count, all })}
              </span>
            </label>
          );
        })}
      </fieldset>
      <article
        className={
          asPage ? "" : "-mt-2 rounded-b-md border border-line px-3 py-3 [&_h2]:text-base [&_section]:mb-3"
        }
      >
        {asPage ? null : <PostingBadges kind={kind} concept={content.concept || null} />}
        <h3
          className={asPage ? "mb-2 text-2xl" : "mt-2 mb-2 text-base"}
          lang={values.language === "en" ? "en" : "zh-CN"}
        >
          {content.title || t("own.untitled")}
        </h3>
        {asPage ? (
          <p className="mb-4">
            <PostingBadges kind={kind} concept={content.concept || null} />
          </p>
        ) : null}
        {Object.keys(rest).length === 0 ? <p className="text-sm text-muted">{t("preview.empty")}</p> : null}
        <div
          className={asPage ? "" : "text-sm [&_p]:mb-3 [&_td]:px-0 [&_td+td]:pl-2 [&_th]:px-0 [&_th+th]:pl-2"}
        >
          <PostingBody fields={fields} kind={kind} language={values.language} idPrefix={`preview-${id}`} />
        </div>
      </article>
      <p className="text-xs text-muted">{t("preview.note")}</p>
      {keepsCeiling ? <p className="text-xs">{t("preview.ceiling")}</p> : null}
    </div>
  );
}

/** A share as thirteen cells; its count stands beside it in figures. */
function ReachBar({ share }: { readonly share: number }) {
  const full = Math.round(share * cells);
  return (
    <span aria-hidden className="flex gap-px">
      {Array.from({ length: cells }, (_, index) => (
        <i key={index} className={cn("h-2 w-[5px]", index < full ? "bg-ink" : "bg-sunken")} />
      ))}
    </span>
  );
}
