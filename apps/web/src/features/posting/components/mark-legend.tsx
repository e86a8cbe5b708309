"use client";

import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { shortQuote } from "./doubt-note.tsx";
import type { DraftValues } from "./draft-values.ts";
import { wordButton } from "./form-part.tsx";
import { useFormTools } from "./form-tools.tsx";
import { looks } from "./marked-text.tsx";
import { countMarks, type Mark, openAsks } from "./marks.ts";
import { useTake } from "./use-take.ts";

/** How many pieces a press names. */
const mostNamed = 2;

/** What the marks of this text mean, and a press that takes what is not in the form yet. */
export function MarkLegend({ marks }: { readonly marks: readonly Mark[] }) {
  const t = useTranslations("posting.form");
  const { reading } = useFormTools();
  const { getValues } = useFormContext<DraftValues>();
  const take = useTake();
  const { found, pending, left } = reading;
  if (!found) return <span role="status">{pending ? t("reading") : ""}</span>;
  const text = getValues("description");
  const counts = { ...countMarks(marks), ask: openAsks(found, getValues(), left).length };
  const open = marks
    .filter(({ kind }) => kind === "open")
    .map(({ start, end }) => shortQuote(text.slice(start, end)));
  return (
    <>
      {(["row", "ask", "open", "paper", "left"] as const).map((kind) =>
        counts[kind] > 0 ? (
          <span key={kind} className={looks[kind]}>
            {t(`mark.${kind}`, { count: counts[kind] })}
          </span>
        ) : null,
      )}
      {marks.some(({ locked }) => locked) ? (
        <span className="inline-flex items-center gap-1">
          <Lock aria-hidden className="size-3" />
          {t("mark.locked")}
        </span>
      ) : null}
      {open.length > 0 ? (
        <button type="button" className={wordButton} onClick={() => take(marks)}>
          {t("take", {
            words: open.slice(0, mostNamed).join(t("comma")),
            more: Math.max(0, open.length - mostNamed),
          })}
        </button>
      ) : null}
    </>
  );
}
