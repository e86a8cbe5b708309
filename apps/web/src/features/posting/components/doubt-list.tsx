"use client";

import {
  isWalled,
  type LevelledField,
  levelOf,
  levelOfFigure,
  replaceName,
  takeOut,
  unnamedOwn,
} from "@lilink/model/posting";
import { Button } from "@lilink/ui";
import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { useRoving } from "#lib/form/use-roving.ts";
import { controlId } from "./control-id.ts";
import { DoubtTick, shortQuote } from "./doubt-note.tsx";
import { type DraftValues, toLevels } from "./draft-values.ts";
import { useFieldText } from "./field-text.ts";
import { useFormTools } from "./form-tools.tsx";
import { useDoubts } from "./use-doubts.ts";
import { useSubmission } from "./use-submission.ts";

const texts = ["title", "summary", "description", "comparison", "evidence"] as const;

/** What the texts tell past their readers: field and words, a press that mends it, and the tick that lets it pass. */
export function DoubtList() {
  const t = useTranslations("posting.doubt");
  const doubts = useDoubts();
  const { ticked, tick, refused } = useSubmission();
  const roving = useRoving<HTMLUListElement>();
  if (doubts.length === 0) return null;
  return (
    <section
      data-whole
      aria-label={t("list")}
      className="mt-3 border-l-2 border-warning bg-warning-wash px-3 py-2"
    >
      <ul {...roving} className="mb-2 flex flex-col gap-3 text-sm">
        {doubts.map((doubt) => (
          <DoubtLine key={`${doubt.field}/${doubt.doubt}/${doubt.quote}/${doubt.of ?? ""}`} doubt={doubt} />
        ))}
      </ul>
      <DoubtTick
        id={controlId("doubts")}
        label={t("submit")}
        ticked={ticked}
        refused={refused}
        onTick={tick}
      />
    </section>
  );
}

function DoubtLine({ doubt }: { readonly doubt: ReturnType<typeof useDoubts>[number] }) {
  const t = useTranslations("posting");
  const { label } = useFieldText();
  const { places, change } = useFormTools();
  const { getValues } = useFormContext<DraftValues>();
  const { field, quote, of, readers } = doubt;
  const short = shortQuote(quote);
  const isName = doubt.doubt === "name";
  const isSignature = doubt.doubt === "signature";
  const row = getValues("figures").findIndex(({ attribute }) => field === `figures.${attribute}`);
  const levels = toLevels(getValues());
  const kept = of ? keptLevel(of, levels) : null;
  const mend = (what: string, to: (values: DraftValues) => DraftValues) => {
    change(what, to);
    places.focusNext("part-visibility");
  };
  const text =
    row < 0
      ? getValues(texts.find((one) => one === field) ?? "description")
      : getValues(`figures.${row}.condition`);
  const own = unnamedOwn(text);
  const without = isName ? replaceName : takeOut;
  const done = isName
    ? t("form.nameReplaced", { words: own })
    : t(isSignature ? "form.signatureOut" : "form.takenOut", { quote: short });
  return (
    <li className="grid grid-cols-[1rem_minmax(0,1fr)] gap-x-3 gap-y-1.5">
      <TriangleAlert aria-hidden className="mt-1 size-4 text-warning" />
      <span className="min-w-0 break-words">
        <button
          type="button"
          data-rove
          className="font-medium underline underline-offset-2"
          onClick={() => places.goTo(row < 0 ? field : `figures.${row}.condition`)}
        >
          {label(field)}
        </button>
        {": "}
        {t(`doubt.${doubt.doubt}`, { quote: short, field: of ? label(of) : "", readers })}
      </span>
      <span className="col-start-2 flex flex-wrap gap-2">
        {kept && row < 0 && field !== "title" ? (
          <Button
            size="sm"
            data-rove
            aria-label={t("form.narrow", { field: label(field), level: t(`level.${kept}`) })}
            onClick={() =>
              mend(t("form.narrowed", { field: label(field), level: t(`level.${kept}`) }), (now) => ({
                ...now,
                levels: { ...now.levels, [field as LevelledField]: kept },
              }))
            }
          >
            {t("form.narrowTo", { level: t(`level.${kept}`) })}
          </Button>
        ) : null}
        <Button
          size="sm"
          data-rove
          aria-label={isSignature || isName ? undefined : t("form.takeOut", { quote: short })}
          onClick={() =>
            mend(done, (now) => {
              const name = texts.find((one) => one === field);
              if (name) return { ...now, [name]: without(now[name], quote) };
              return {
                ...now,
                figures: now.figures.map((figure, at) =>
                  at === row ? { ...figure, condition: without(figure.condition, quote) } : figure,
                ),
              };
            })
          }
        >
          {isName
            ? t("form.replaceName", { words: own })
            : t(isSignature ? "form.takeOutSignature" : "form.takeOutClause")}
        </Button>
      </span>
    </li>
  );
}

/** The level at which a text would tell nobody more than the field that it repeats: no text of members keeps rivals out, one of partners does. */
function keptLevel(of: string, levels: ReturnType<typeof toLevels>) {
  const name = of.replace(/^figures\./, "");
  const level = of.startsWith("figures.")
    ? levelOfFigure(name, levels)
    : levelOf(of as LevelledField, levels);
  if (level === "everyone") return null;
  return isWalled(name) && level === "member" ? "partner" : level;
}
