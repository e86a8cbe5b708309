"use client";

import { readPiece } from "@lilink/model/posting";
import { cn } from "@lilink/ui";
import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormContext } from "react-hook-form";
import { useRoving } from "#lib/form/use-roving.ts";
import { withColumns } from "../view.ts";
import { keyOfAsked } from "./asked.ts";
import { controlId } from "./control-id.ts";
import { type DraftValues, emptyFigure, hasVolume } from "./draft-values.ts";
import { useFormTools } from "./form-tools.tsx";
import type { Mark } from "./marks.ts";
import { useTake } from "./use-take.ts";

export type MarkedTextProps = {
  readonly text: string;
  readonly language: string;
  readonly marks: readonly Mark[];
};

/** How each kind of mark looks, in the text and in the legend. */
export const looks: Readonly<Record<Mark["kind"], string>> = {
  row: "border-b-2 border-edge",
  field: "border-b-2 border-edge",
  ask: "border-b-2 border-dashed border-warning bg-warning-wash",
  left: "border-b border-dotted border-edge",
  open: "border-b-2 border-double border-focus",
  paper: "border-b-2 border-edge",
};

const longestCondition = 200;

/** Where a mark leads in the page. */
function targetOf(mark: Mark): string {
  if (mark.row !== undefined) return controlId(`figures.${mark.row}`);
  return mark.kind === "ask" ? `posting-ask-${mark.ask}` : controlId(mark.field ?? "description");
}

/** The text word for word. A marked piece leads to its row, its field or its question; all of them are one stop of Tab. */
export function MarkedText({ text, language, marks }: MarkedTextProps) {
  const t = useTranslations("posting.form");
  const roving = useRoving<HTMLDivElement>();
  const { getValues } = useFormContext<DraftValues>();
  const { places, reading, change } = useFormTools();
  const take = useTake();
  const isFirst = hasVolume(getValues(), places.row);
  const numberOf = (row: number) => row + (isFirst ? 2 : 1);
  const go = (mark: Mark) => {
    if (mark.row !== undefined) places.openRow(mark.row);
    else if (mark.field !== undefined) places.goTo(mark.field);
    else if (mark.kind === "left") addFigure(mark);
    else if (mark.kind === "paper") places.goTo("description");
    else if (mark.kind === "ask") places.focusNext(`posting-ask-${mark.ask}`);
    else if (mark.kind === "open") take(marks);
  };
  /** A piece that is in the text only becomes a row, at the list of its figures; a question that was left is asked again. */
  const addFigure = (mark: Mark) => {
    const words = text.slice(mark.start, mark.end);
    const { found } = reading;
    if (mark.ask !== undefined && found) {
      const asked = found.asked[mark.ask];
      const key = asked ? keyOfAsked(asked, found) : "";
      if (getValues("leftInText").includes(key)) {
        change(t("askedAgain", { words }), (now) => ({
          ...now,
          leftInText: now.leftInText.filter((one) => one !== key),
        }));
        return places.focusNext(`posting-ask-${mark.ask}`);
      }
    }
    const count = getValues("figures").length;
    const begun = {
      ...emptyFigure,
      ...(readPiece(words) ?? { condition: words.slice(0, longestCondition) }),
    };
    change(t("answered", { name: words }), (now) => ({
      ...now,
      figures: [...now.figures, begun],
    }));
    places.seekFigure(count, "");
  };
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.start > at) pieces.push(withColumns(text.slice(at, mark.start)));
    const words = text.slice(mark.start, mark.end);
    const number = mark.row !== undefined ? numberOf(mark.row) : mark.kind === "ask" ? "?" : null;
    pieces.push(
      <a
        key={mark.start}
        href={`#${targetOf(mark)}`}
        data-rove
        // Drawn, so that whoever copies the text gets the text alone.
        data-number={number ?? undefined}
        aria-label={t(`mark.go.${mark.kind}`, { words, row: mark.row === undefined ? "" : String(number) })}
        onClick={(event) => {
          event.preventDefault();
          go(mark);
        }}
        className={cn(
          "rounded-t-sm box-decoration-clone text-ink no-underline hover:bg-sunken",
          number !== null &&
            "after:ml-0.5 after:align-super after:text-[0.6875rem] after:leading-none after:font-semibold after:text-muted after:content-[attr(data-number)]",
          looks[mark.kind],
          mark.row !== undefined && mark.row === places.row && "border-focus bg-info-wash",
        )}
      >
        {withColumns(words)}
        {mark.locked ? <Lock aria-hidden className="ml-0.5 inline size-3 text-muted" /> : null}
      </a>,
    );
    at = mark.end;
  }
  pieces.push(withColumns(text.slice(at)));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a text with places in it is no set of fields
    <div
      {...roving}
      role="group"
      id={controlId("description")}
      tabIndex={-1}
      aria-label={t("part.text")}
      lang={language === "en" ? "en" : "zh-CN"}
      className="rounded-md border border-edge px-3.5 py-2 leading-loose break-words whitespace-pre-wrap"
    >
      {pieces}
    </div>
  );
}
