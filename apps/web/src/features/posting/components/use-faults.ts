"use client";

import { faultsOfDraft } from "@lilink/contract";
import { formatPeriod } from "@lilink/i18n";
import { toShanghaiDate } from "@lilink/model/calendar";
import type { FieldFault } from "@lilink/model/error";
import { type PostingKind, readPeriod } from "@lilink/model/posting";
import { useLocale, useTranslations } from "next-intl";
import { type RefObject, useCallback, useMemo, useState } from "react";
import { type FieldMessage, toFieldMessage } from "#lib/error-message.ts";
import type { Proposal } from "../actions.ts";
import { asLabel, attributeName } from "../view.ts";
import {
  type DraftValues,
  hasVolume,
  toContent,
  toLevels,
  toPlaces,
  withoutUnfilled,
} from "./draft-values.ts";
import { rowsRead } from "./take-proposal.ts";

type FieldName = Parameters<ReturnType<typeof useTranslations<"posting.field">>>[0];
const leaves: Readonly<Record<string, FieldName>> = {
  "figures.*.attribute": "attribute",
  "figures.*.op": "comparator",
  "figures.*.value": "value",
  "figures.*.high": "high",
  "figures.*.unit": "unit",
  "figures.*.condition": "condition",
  "volume.amount": "amount",
  "volume.unit": "unit",
  "volume.from": "from",
  "volume.to": "to",
  "volume.schedule": "schedule",
  "volume.schedule.*.period": "period",
  "volume.schedule.*.amount": "amount",
};

/** What is chosen from a list or by a mark: nobody fills it in. */
const choices = new Set([
  "concept",
  "region",
  "trl",
  "maturity",
  "ipStatus",
  "cooperation",
  "budget",
  "figures.*.attribute",
  "figures.*.unit",
  "volume.unit",
]);
const anyIndex = /\.\d+(?=\.|$)/g;

/** The faults of what is typed, as texts; asked for at a submission and, from then on, after each pause. */
export function useFaults(kind: PostingKind, proposal: RefObject<Proposal | null>) {
  const names = useTranslations("posting.field");
  const form = useTranslations("posting.form");
  const levelWords = useTranslations("posting.level");
  const errors = useTranslations("error");
  const locale = useLocale();
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [figures, setFigures] = useState<readonly string[]>([]);
  const [periods, setPeriods] = useState<readonly string[]>([]);
  const [first, setFirst] = useState(1);

  const check = useCallback(
    (values: DraftValues): readonly FieldFault[] => {
      const read = rowsRead(proposal.current, values);
      const found = toPlaces(
        values,
        faultsOfDraft(
          kind,
          toContent(withoutUnfilled(values, read)),
          toLevels(values),
          toShanghaiDate(new Date()),
        ),
      );
      setFaults(found);
      setFigures(values.figures.map(({ attribute }) => attribute));
      setPeriods(values.volume.schedule.map(({ period }) => period));
      setFirst(hasVolume(values, null) ? 2 : 1);
      return found;
    },
    [kind, proposal],
  );

  const messages = useMemo(() => {
    const nameOf = (field: string): string => {
      const plain = field.replace(/^levels\.(figures\.)?/, "").replace(anyIndex, ".*");
      const key = (leaves[plain] ?? plain.split(".")[0] ?? plain) as FieldName;
      const isCeiling = key === "price" && kind === "need";
      const name = names.has(key) ? names(isCeiling ? "priceCeiling" : key) : field;
      const month = /^volume\.schedule\.(\d+)\./.exec(field)?.[1];
      if (month !== undefined) {
        const period = readPeriod(periods[Number(month)] ?? "");
        return `${names("schedule")} ${period ? formatPeriod(period, locale) : Number(month) + 1} · ${name}`;
      }
      const at = /^figures\.(\d+)\./.exec(field)?.[1];
      if (at === undefined) return name;
      const attribute = figures[Number(at)];
      const row = attribute
        ? asLabel(attributeName(attribute, locale, kind), locale)
        : form("rowNumber", { row: Number(at) + first });
      return `${row} · ${name}`;
    };
    const toMessage = (fault: FieldFault): FieldMessage => {
      const wide = fault.rule === "levelTooOpen" ? { params: { max: levelWords("member") } } : {};
      const isChoice = fault.rule === "required" && choices.has(fault.field.replace(anyIndex, ".*"));
      const rule = isChoice ? "notChosen" : fault.rule;
      return toFieldMessage({ ...fault, ...wide, rule }, { [fault.field]: nameOf(fault.field) }, errors);
    };
    const told = new Map<string, FieldMessage>();
    for (const fault of faults) if (!told.has(fault.field)) told.set(fault.field, toMessage(fault));
    return [...told.values()];
  }, [kind, faults, figures, periods, first, names, form, levelWords, errors, locale]);

  const errorOf = useCallback(
    (field: string) => messages.find((message) => message.field === field)?.text,
    [messages],
  );
  return { check, setFaults, messages, errorOf };
}
