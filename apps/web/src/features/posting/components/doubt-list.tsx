"use client";

import {
  cutTold,
  isWalled,
  type LevelledField,
  levelOf,
  levelOfFigure,
  narrownessOf,
  replaceName,
  restAround,
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

type Doubt = ReturnType<typeof useDoubts>[number];
const meanings = ["who", "own", "rivals", "readers"] as const;

/**
 * What a hint means: who wrote the text, what nobody else may learn, what rivals would learn, or what members would learn before their
 * time. What is one's own goes by taking words out alone: no other readers of the text mend it.
 */
function meaningOf(
  { doubt, of = "", readers }: Doubt,
  levels: ReturnType<typeof toLevels>,
): (typeof meanings)[number] {
  if (doubt !== "figure") return "who";
  if (keptLevel(of, levels) === "own") return "own";
  if (readers === "partner") return "readers";
  return isWalled(of.replace(/^figures\./, "")) ? "rivals" : "readers";
}

/** What the texts tell past their readers: grouped by what they mean, each with a press that mends it, and the tick that lets all pass. */
export function DoubtList() {
  const t = useTranslations("posting.doubt");
  const doubts = useDoubts();
  const { ticked, tick, refused } = useSubmission();
  const { getValues } = useFormContext<DraftValues>();
  const levels = toLevels(getValues());
  const roving = useRoving<HTMLDivElement>();
  if (doubts.length === 0) return null;
  return (
    <section
      data-whole
      aria-label={t("list")}
      className="mt-3 border-l-2 border-warning bg-warning-wash px-3 py-2"
    >
      <div {...roving} className="mb-2 flex flex-col gap-3 text-sm">
        {meanings.map((meaning) => {
          const own = doubts.filter((one) => meaningOf(one, levels) === meaning);
          return own.length === 0 ? null : (
            <div key={meaning} className="grid grid-cols-[1rem_minmax(0,1fr)] gap-x-3">
              <TriangleAlert aria-hidden className="mt-1 size-4 text-warning" />
              <div>
                <h3 className="font-medium">{t(`meaning.${meaning}`)}</h3>
                <ul className="divide-y divide-line">
                  {own.map((doubt) => (
                    <DoubtLine
                      key={`${doubt.field}/${doubt.doubt}/${doubt.quote}/${doubt.of ?? ""}`}
                      doubt={doubt}
                    />
                  ))}
                </ul>
                <NarrowAll doubts={own} />
              </div>
            </div>
          );
        })}
      </div>
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

/** The other way, one press for each text of a group: shown to those alone who may see all that it tells. */
function NarrowAll({ doubts }: { readonly doubts: readonly Doubt[] }) {
  const t = useTranslations("posting");
  const { kind, places, change } = useFormTools();
  const { label } = useFieldText(kind);
  const { getValues } = useFormContext<DraftValues>();
  const levels = toLevels(getValues());
  const fields = [...new Set(doubts.map(({ field }) => field))].flatMap((field) => {
    const name = texts.find((one) => one === field && one !== "title");
    const kept = doubts.flatMap((one) =>
      one.field === field && one.of ? (keptLevel(one.of, levels) ?? []) : [],
    );
    // A text that nobody else reads is no posting: that is no mend to offer.
    const narrowest = kept
      .filter((level) => level !== "own")
      .toSorted((a, b) => narrownessOf(b) - narrownessOf(a))[0];
    return name && narrowest ? [{ field: name as LevelledField, level: narrowest }] : [];
  });
  if (fields.length === 0) return null;
  return (
    <p className="mt-1.5 flex flex-wrap gap-2">
      {fields.map(({ field, level }) => {
        const words = { field: label(field), level: t(`level.${level}`) };
        return (
          <Button
            key={field}
            size="sm"
            className="h-auto max-w-full whitespace-normal py-1 text-left"
            data-rove
            onClick={() => {
              change(
                t("form.narrowed", words),
                (now) => ({ ...now, levels: { ...now.levels, [field]: level } }),
                "visibility",
              );
              places.focusNext("part-visibility");
            }}
          >
            {t("form.narrow", words)}
          </Button>
        );
      })}
    </p>
  );
}

function DoubtLine({ doubt }: { readonly doubt: Doubt }) {
  const t = useTranslations("posting");
  const { kind, identity, places, change } = useFormTools();
  const { label } = useFieldText(kind);
  const { getValues } = useFormContext<DraftValues>();
  const { field, quote, of } = doubt;
  const isName = doubt.doubt === "name";
  const isSignature = doubt.doubt === "signature";
  const row = getValues("figures").findIndex(({ attribute }) => field === `figures.${attribute}`);
  const mend = (what: string, to: (values: DraftValues) => DraftValues) => {
    change(what, to, "visibility");
    places.focusNext("part-visibility");
  };
  const text =
    row < 0
      ? getValues(texts.find((one) => one === field) ?? "description")
      : getValues(`figures.${row}.condition`);
  const names = [identity.name, identity.nameEn ?? ""];
  const own = unnamedOwn(text, names);
  // What is quoted is what goes, to the letter.
  const words = isName ? quote : cutTold(text, quote).words.join(" … ") || quote;
  const line = words.split(/\s*\n\s*/).join(" / ");
  const without = (given: string) => (isName ? replaceName(given, quote, names) : cutTold(given, quote).rest);
  const left = isName ? "" : restAround(text, without(text));
  const done = isName
    ? t("form.nameReplaced", { words: own })
    : t(isSignature ? "form.signatureOut" : "form.takenOut", { quote: shortQuote(words) });
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-1">
      <span className="min-w-0 flex-1 basis-48 break-words">
        <button
          type="button"
          data-rove
          className="underline underline-offset-2"
          onClick={() => places.goTo(row < 0 ? field : `figures.${row}.condition`)}
        >
          {label(field)}
        </button>
        {t("form.colon")}
        {t(`doubt.short.${doubt.doubt}`, { quote: line, field: of ? label(of) : "" })}
      </span>
      <span className="flex flex-wrap gap-2">
        <Button
          size="sm"
          data-rove
          aria-label={isSignature || isName ? undefined : t("form.takeOut", { quote: line })}
          {...(left ? { title: t("form.thenReads", { words: left }) } : {})}
          onClick={() =>
            mend(done, (now) => {
              const name = texts.find((one) => one === field);
              if (name) return { ...now, [name]: without(now[name]) };
              return {
                ...now,
                figures: now.figures.map((figure, at) =>
                  at === row ? { ...figure, condition: without(figure.condition) } : figure,
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
