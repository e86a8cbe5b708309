"use client";

import { faultsOfDraft } from "@lilink/contract";
import type { FieldFault } from "@lilink/model/error";
import type { PostingKind } from "@lilink/model/posting";
import { useTranslations } from "next-intl";
import { useCallback, useMemo, useState } from "react";
import { type FieldMessage, toFieldMessage } from "#lib/error-message.ts";
import { type DraftValues, toContent, toLevels } from "./draft-values.ts";

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
};

/** The faults of what is typed, as texts; asked for at a submission and, from then on, after each pause. */
export function useFaults(kind: PostingKind) {
  const names = useTranslations("posting.field");
  const levelWords = useTranslations("posting.level");
  const errors = useTranslations("error");
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);

  const check = useCallback(
    (values: DraftValues): readonly FieldFault[] => {
      const found = faultsOfDraft(kind, toContent(values), toLevels(values));
      setFaults(found);
      return found;
    },
    [kind],
  );

  const messages = useMemo(() => {
    const nameOf = (field: string): string => {
      const plain = field.replace(/^levels\.(figures\.)?/, "").replace(/\.\d+(?=\.|$)/g, ".*");
      const key = (leaves[plain] ?? plain.split(".")[0] ?? plain) as FieldName;
      return names.has(key) ? names(key) : field;
    };
    const toMessage = (fault: FieldFault): FieldMessage => {
      const wide = fault.rule === "levelTooOpen" ? { params: { max: levelWords("member") } } : {};
      return toFieldMessage({ ...fault, ...wide }, { [fault.field]: nameOf(fault.field) }, errors);
    };
    const first = new Map<string, FieldMessage>();
    for (const fault of faults) if (!first.has(fault.field)) first.set(fault.field, toMessage(fault));
    return [...first.values()];
  }, [faults, names, levelWords, errors]);

  const errorOf = useCallback(
    (field: string) => messages.find((message) => message.field === field)?.text,
    [messages],
  );
  return { check, setFaults, messages, errorOf };
}
