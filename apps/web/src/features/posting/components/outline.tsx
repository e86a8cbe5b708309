"use client";

import { listExceptions, wholeOf } from "@lilink/model/posting";
import { cn } from "@lilink/ui";
import { Circle, CircleCheck, CircleHelp, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRoving } from "#lib/form/use-roving.ts";
import { type DraftValues, toContent, toLevels } from "./draft-values.ts";
import { type PartId, partId, parts } from "./form-part.tsx";
import { useFormTools } from "./form-tools.tsx";
import type { Standing } from "./use-missing.ts";

export type OutlineProps = {
  readonly values: DraftValues;
  readonly standing: Standing;
  readonly isMade: boolean;
  readonly flat?: boolean;
};

type State = "done" | "ask" | "lack" | "todo";
type Line = { readonly part: PartId; readonly state: State; readonly note: string };

const icons = { done: CircleCheck, ask: CircleHelp, lack: TriangleAlert, todo: Circle } as const;
const tones = {
  done: "text-success",
  ask: "text-warning",
  lack: "text-warning",
  todo: "text-muted",
} as const;

/** The parts of the form with what each lacks; a press goes there. */
export function Outline({ values, standing, isMade, flat }: OutlineProps) {
  const t = useTranslations("posting.form");
  const lines = useLines(values, standing, isMade);
  const { places } = useFormTools();
  const roving = useRoving<HTMLOListElement>();
  return (
    <nav aria-label={t("outline")}>
      {flat ? null : <h2 className="mb-2 text-sm font-normal text-muted">{t("outline")}</h2>}
      <ol
        {...roving}
        className={cn(
          flat ? "flex gap-1 max-md:justify-between" : "flex flex-col gap-1 border-l border-line",
        )}
      >
        {lines.map(({ part, state, note }) => {
          const Icon = icons[state];
          return (
            <li key={part} className={flat ? "shrink-0" : ""}>
              <button
                type="button"
                data-rove
                onClick={() => {
                  places.focusNext(partId(part));
                  document.getElementById(partId(part))?.scrollIntoView({ block: "start" });
                }}
                className={cn(
                  "flex gap-2 rounded-md text-left hover:bg-raised",
                  flat
                    ? "h-10 items-center px-2 text-sm whitespace-nowrap max-md:gap-1 max-md:px-0.5 max-sm:text-xs"
                    : "w-full px-2 py-1",
                )}
              >
                <Icon aria-hidden className={cn("size-4 shrink-0", !flat && "mt-1", tones[state])} />
                <span className="min-w-0">
                  <span className={state === "done" ? "" : "font-medium"}>
                    {flat ? (
                      <>
                        <span className="md:hidden">{t(`partShort.${part}`)}</span>
                        <span className="max-md:hidden">{t(`part.${part}`)}</span>
                      </>
                    ) : (
                      t(`part.${part}`)
                    )}
                  </span>
                  <span
                    className={cn(
                      flat ? "sr-only" : "block text-xs",
                      state === "lack" || state === "ask" ? "text-warning" : "text-muted",
                    )}
                  >
                    {note}
                  </span>
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function useLines(
  values: DraftValues,
  { missing, asks, rows, read }: Standing,
  isMade: boolean,
): readonly Line[] {
  const t = useTranslations("posting");
  const { kind, reading } = useFormTools();
  const doubted = missing.find(({ field }) => field === "doubts");
  const levels = toLevels(values);
  const exceptions = listExceptions(kind, toContent(values), levels).length;
  const lackOf = (part: PartId) => missing.filter((one) => one.part === part).map(({ name }) => name);
  const lacks = (part: PartId): Line | null => {
    const names = [...new Set(lackOf(part))];
    return names.length > 0
      ? { part, state: "lack", note: t("form.lacks", { names: names.slice(0, 2).join(t("form.comma")) }) }
      : null;
  };
  const text = values.description.trim();
  if (reading.settling) return parts.map((part) => ({ part, state: "todo", note: t("form.reading") }));
  return [
    lacks("text") ??
      (text === ""
        ? { part: "text", state: "todo", note: t("form.noText") }
        : {
            part: "text",
            state: "done",
            note: reading.pending ? t("form.reading") : t("form.textStanding", { read, asks: asks.length }),
          }),
    lacks("naming") ?? { part: "naming", state: "done", note: t(isMade ? "form.madeToSee" : "form.filled") },
    (doubted ? { part: "visibility", state: "lack", note: doubted.name } : lacks("visibility")) ?? {
      part: "visibility",
      state: "done",
      note: t("form.wholeStanding", { level: t(`level.${wholeOf(levels)}`), count: exceptions }),
    },
    lacks("figures") ??
      (asks.length > 0
        ? { part: "figures", state: "ask", note: t("form.toAnswer", { count: asks.length }) }
        : { part: "figures", state: rows > 0 ? "done" : "todo", note: t("form.rows", { count: rows }) }),
    lacks("terms") ?? { part: "terms", state: "done", note: t("form.filled") },
  ];
}
