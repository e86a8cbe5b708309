"use client";

import { useLocale, useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { amountOptions } from "./attribute-options.ts";
import { controlId } from "./control-id.ts";
import type { DraftValues } from "./draft-values.ts";
import { useFormTools } from "./form-tools.tsx";
import { type Mark, openAsks } from "./marks.ts";
import { isFreeOfAmount, takeProposal } from "./take-proposal.ts";

/**
 * Takes what was read and is not in the form yet, and goes to what came of it. A time is taken with its amount: where no amount is
 * known, the question that tells it comes next, else the box for it. [PO16]
 */
export function useTake(): (marks: readonly Mark[]) => void {
  const t = useTranslations("posting.form");
  const locale = useLocale();
  const { reading, change, places } = useFormTools();
  const { getValues } = useFormContext<DraftValues>();
  return (marks) => {
    const { found, left } = reading;
    const open = marks.filter(({ kind }) => kind === "open");
    if (!found || open.length === 0) return;
    const before = getValues("figures").length;
    change(t("taken", { count: open.length }), (now) => takeProposal(now, found, true));
    const values = getValues();
    const isTimeAlone = isFreeOfAmount(values.volume) && values.volume.from + values.volume.to !== "";
    const amounts = new Set(amountOptions(locale).map(({ value }) => value));
    const asked = openAsks(found, values, left).find(
      ({ value, isPack }) => !isPack && value.value !== "" && amounts.has(value.unit),
    );
    if (isTimeAlone && asked) places.focusNext(`posting-ask-${found.asked.indexOf(asked)}`);
    else if (isTimeAlone) places.openRow("volume");
    else if (values.figures.length > before) places.focusNext(controlId(`figures.${before}`));
    else places.focusNext("posting-text-switch");
  };
}
