"use client";

import { toShanghaiDate } from "@lilink/model/calendar";
import { canBeCondition, readEnd } from "@lilink/model/posting";
import { Button, cn } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormContext } from "react-hook-form";
import { useRoving } from "#lib/form/use-roving.ts";
import { asLabel, attributeName, unitName } from "../view.ts";
import { type Asked, answerAsked, isPrice, keyOfAsked, leaveAsked } from "./asked.ts";
import { amountOptions } from "./attribute-options.ts";
import { controlId } from "./control-id.ts";
import { type DraftValues, emptyFigure, type FigureValues } from "./draft-values.ts";
import { useFieldText } from "./field-text.ts";
import { wordButton } from "./form-part.tsx";
import { useFormTools } from "./form-tools.tsx";
import { endTaken, openAsks } from "./marks.ts";
import { toRow, withUsual } from "./take-proposal.ts";
import { UndoButton } from "./undo-button.tsx";

/** What the text says and nobody can be sure of, each with its answers as buttons. */
export function AskRows({ asks }: { readonly asks: readonly Asked[] }) {
  const { undo } = useFormTools();
  if (asks.length === 0) return null;
  return (
    <tbody className="max-sm:block">
      {undo?.place === "asks" ? (
        // Each answer leads to the first question: the way back stands above it.
        <BesideAsks>
          <UndoButton at="asks" />
        </BesideAsks>
      ) : null}
      {asks.map((asked) => (
        <AskRow key={`${asked.span.start}-${asked.source}`} asked={asked} />
      ))}
      {asks.length > 1 ? (
        <BesideAsks>
          <LeaveAll asks={asks} />
        </BesideAsks>
      ) : null}
    </tbody>
  );
}

function BesideAsks({ children }: { readonly children: ReactNode }) {
  return (
    <tr className="max-sm:block">
      <td colSpan={8} className="px-3 py-1.5 max-sm:block">
        {children}
      </td>
    </tr>
  );
}

/** What leaves all questions at one press, below the last of them: no press for one of them meets it. [PO29] */
function LeaveAll({ asks }: { readonly asks: readonly Asked[] }) {
  const t = useTranslations("posting.form");
  const { reading, change, places } = useFormTools();
  const { found } = reading;
  if (!found) return null;
  /** None of them is lost: undo brings them back. */
  const leaveAll = () => {
    change(
      t("allLeft", { count: asks.length }),
      (now) => ({
        ...now,
        leftInText: asks.map((one) => keyOfAsked(one, found)).reduce(leaveAsked, now.leftInText),
      }),
      "asks",
    );
    places.focusNext(controlId("figures"));
  };
  return (
    <button type="button" className={wordButton} onClick={leaveAll}>
      {t("leaveAll", { count: asks.length })}
    </button>
  );
}

function AskRow({ asked }: { readonly asked: Asked }) {
  const t = useTranslations("posting");
  const locale = useLocale();
  const { kind, reading, change: changeAt, places, say } = useFormTools();
  const change = (what: string, to: (now: DraftValues) => DraftValues) => changeAt(what, to, "asks");
  const { getValues } = useFormContext<DraftValues>();
  const roving = useRoving<HTMLFieldSetElement>();
  const { label, text } = useFieldText(kind);
  const { value, source, answers, isTerm, isPack, quoted } = asked;
  const all = reading.found?.asked ?? [];
  const index = all.indexOf(asked);
  const { words, clause } = quoted;
  const question = t(value.doubt === "unsure" ? "form.askUnsure" : "form.ask", { words });
  const rows = getValues("figures");
  const isAmount = value.unit !== "" && amountOptions(locale).some((one) => one.value === value.unit);
  const read = (reading.found?.figures ?? []).filter(({ span }) => span.end <= asked.span.start);
  const before = read.length;
  // A volume that stands already is changed in its own row, and not by the answer to a question.
  const isVolume = isAmount && !isPack && (getValues("volume.amount") ?? "") === "";
  // A limit is asked for by itself; what is only stated may be the condition of the figure before it.
  const isStated =
    !isTerm &&
    !isAmount &&
    (value.op === "=" || value.op === "about") &&
    canBeCondition(value, source, asked.span.start - (read.at(-1)?.span.end ?? Number.POSITIVE_INFINITY));
  const beside = rows[Math.min(before, rows.length) - 1];

  const keyOf = (one: Asked) => keyOfAsked(one, { asked: all });
  /** The form with what the question became, so that equal words at another place stay a question. */
  const answered = (now: DraftValues, became: string): DraftValues => ({
    ...now,
    leftInText: answerAsked(now.leftInText, keyOf(asked), became),
  });

  /** The next question gets the focus, else the row that came of the last one. */
  const goOn = (done: string, otherwise: string) => {
    const { found, left } = reading;
    const next = found ? openAsks(found, getValues(), left).find((one) => one !== asked) : undefined;
    say(done);
    places.focusNext(next ? `posting-ask-${all.indexOf(next)}` : otherwise);
  };
  const add = (added: readonly FigureValues[], name: string) => {
    const done = t("form.answered", { name });
    change(done, (now) => ({
      ...answered(now, added[0]?.attribute ?? ""),
      figures: [...now.figures, ...added],
    }));
    goOn(done, controlId(`figures.${rows.length}`));
  };
  const asCondition = (at: number) => {
    const done = t("form.asConditionDone", { row: at + 1 });
    change(done, (now) => ({
      ...answered(now, "condition"),
      figures: now.figures.map((row, place) =>
        place === at ? { ...row, condition: [row.condition, source].filter(Boolean).join(", ") } : row,
      ),
    }));
    goOn(done, controlId(`figures.${at}`));
  };
  const asVolume = () => {
    const done = t("form.answered", { name: t("field.volume") });
    const window = reading.found?.window?.value;
    change(done, (now) =>
      withUsual(
        {
          ...answered(now, "volume"),
          volume: { ...now.volume, amount: endTaken(value, kind), unit: value.unit, ...window },
        },
        kind,
      ),
    );
    goOn(done, controlId("volume"));
  };
  const asPrice = () => {
    const done = t("form.answered", { name: label("price") });
    change(done, (now) => ({
      ...answered(now, "price"),
      price: [now.price, clause ?? words].filter(Boolean).join("; "),
    }));
    goOn(done, controlId("price"));
  };
  const { fills } = value;
  const fill = ({ field, value: filled }: NonNullable<typeof fills>) => {
    const done = t("form.answered", { name: t(`field.${field}`) });
    change(done, (now) => ({ ...now, [field]: filled }));
    goOn(done, controlId(field));
  };
  /** The day that its words name is filled in, and the row of the amount opens. */
  const asTime = () => {
    const today = toShanghaiDate(new Date());
    const day = readEnd([source, clause ?? words].join(" "), today, value.doubt === "first_lot");
    change(t("form.answered", { name: t("field.volume") }), (now) => ({
      ...now,
      leftInText: leaveAsked(now.leftInText, keyOf(asked)),
      volume: { ...now.volume, ...day },
    }));
    places.goTo("volume.from");
  };
  const leave = () =>
    change(t("form.leftInText"), (now) => ({ ...now, leftInText: leaveAsked(now.leftInText, keyOf(asked)) }));
  const other = () => {
    change(t("form.answered", { name: words }), (now) => ({
      ...answered(now, ""),
      figures: [
        ...now.figures,
        { ...emptyFigure, op: value.op ?? "=", value: value.value, high: value.high ?? "", unit: value.unit },
      ],
    }));
    places.seekFigure(rows.length, asked.seek);
  };
  return (
    <tr className="max-sm:block">
      <td
        colSpan={8}
        className={cn(
          "border-b border-line p-0 max-sm:block",
          answers.length > 0 ? "bg-warning-wash shadow-[inset_3px_0_0_var(--color-warning)]" : "",
        )}
      >
        <fieldset
          {...roving}
          id={`posting-ask-${index}`}
          aria-label={question}
          className="flex scroll-mt-44 flex-wrap items-center gap-x-3 gap-y-1.5 px-3 py-2"
        >
          <p className="min-w-0 flex-1 basis-56 leading-snug">
            <span className="font-medium">{question}</span>
            {clause ? <span className="block text-xs text-muted">{clause}</span> : null}
            {value.doubt ? (
              <span className="block text-xs text-muted">{t(`paste.doubt.${value.doubt}`)}</span>
            ) : null}
          </p>
          <div className="flex flex-wrap gap-1.5 [&>button]:rounded-full">
            {answers.map((answer) => (
              <Button
                key={answer.attribute}
                size="sm"
                data-rove
                onClick={() => add(toRow(answer), attributeName(answer.attribute, locale, kind))}
              >
                {asLabel(attributeName(answer.attribute, locale, kind), locale)}
                {/* Where the text names no unit, the answer says which it takes. */}
                {value.unit === "" && unitName(answer.unit, locale) !== ""
                  ? ` (${unitName(answer.unit, locale)})`
                  : null}
              </Button>
            ))}
            {isVolume ? (
              <Button size="sm" data-rove onClick={asVolume}>
                {t("field.volume")}
              </Button>
            ) : null}
            {beside && isStated && !isPrice(asked) ? (
              <Button size="sm" data-rove onClick={() => asCondition(rows.indexOf(beside))}>
                {t("form.asCondition", { name: attributeName(beside.attribute, locale, kind) })}
              </Button>
            ) : null}
            {isPrice(asked) && answers.every(({ attribute }) => attribute !== "price") ? (
              <Button size="sm" data-rove onClick={asPrice}>
                {label("price")}
              </Button>
            ) : null}
            {fills ? (
              <Button size="sm" data-rove onClick={() => fill(fills)}>
                {t("form.chosen", {
                  field: t(`field.${fills.field}`),
                  value: text(fills.field, fills.value),
                })}
              </Button>
            ) : null}
            {fills ? null : value.value === "" ? (
              <Button size="sm" data-rove onClick={asTime}>
                {t("form.asTime")}
              </Button>
            ) : (
              <Button size="sm" data-rove onClick={other}>
                {t("form.otherFigure")}
              </Button>
            )}
            <Button
              size="sm"
              variant="quiet"
              className="max-sm:border-line"
              data-rove
              onClick={() => {
                leave();
                goOn(t("form.leftInText"), controlId("figures"));
              }}
            >
              {t("form.leaveInText")}
            </Button>
          </div>
        </fieldset>
      </td>
    </tr>
  );
}
