"use client";

import { formatDate } from "@lilink/i18n";
import { compareContents } from "@lilink/model/posting";
import { Button } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useFormContext } from "react-hook-form";
import { forgetCopy, type LocalCopy, readCopy } from "#lib/form/local-copy.ts";
import { ArrivingNotice } from "./arriving-notice.tsx";
import { ChangeTable } from "./change-table.tsx";
import { type DraftValues, toContent } from "./draft-values.ts";
import { isSameDraft } from "./local-copy.ts";

type Offer = LocalCopy<DraftValues> & { readonly saved: DraftValues };

/** Offers back what was typed on this device and never acknowledged, beside what the server has. */
export function KeptNotice({
  copyKey,
  onAnswered,
}: {
  readonly copyKey: string;
  readonly onAnswered: () => void;
}) {
  const t = useTranslations("posting.save");
  const locale = useLocale();
  const { reset, getValues } = useFormContext<DraftValues>();
  const [copy, setCopy] = useState<Offer | null>(null);
  useEffect(() => {
    const kept = readCopy<DraftValues>(copyKey);
    if (!kept) return;
    const saved = structuredClone(getValues());
    const values = { ...saved, ...kept.values };
    if (isSameDraft(values, saved)) forgetCopy(copyKey);
    else setCopy({ at: kept.at, values, saved });
  }, [copyKey, getValues]);
  if (!copy) return null;
  const changes = compareContents(toContent(copy.saved), toContent(copy.values));
  return (
    <ArrivingNotice tone="info" title={t("localTitle")}>
      <p>{t("localBody", { time: formatDate(new Date(copy.at), locale, "time") })}</p>
      {changes.length > 0 ? (
        <div className="my-3 [&_thead]:static [&_thead]:bg-transparent">
          <ChangeTable
            caption={t("localTitle")}
            changes={changes}
            before={t("onServer")}
            after={t("onDevice")}
          />
        </div>
      ) : null}
      <div className="mt-2 flex flex-wrap gap-2">
        <Button
          size="sm"
          onClick={() => {
            reset(copy.values);
            setCopy(null);
            onAnswered();
          }}
        >
          {t("restore")}
        </Button>
        <Button
          size="sm"
          variant="quiet"
          onClick={() => {
            forgetCopy(copyKey);
            setCopy(null);
            onAnswered();
          }}
        >
          {t("forget")}
        </Button>
      </div>
    </ArrivingNotice>
  );
}
