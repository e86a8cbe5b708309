"use client";

import { Button } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useFormContext } from "react-hook-form";
import { ArrivingNotice } from "./arriving-notice.tsx";
import { type DraftValues, toContent } from "./draft-values.ts";
import { forgetCopy, type LocalCopy, readCopy } from "./local-copy.ts";
import { clockText } from "./save-status.tsx";

/** Offers back what was typed on this device and never acknowledged. */
export function KeptNotice({ copyKey }: { readonly copyKey: string }) {
  const t = useTranslations("posting.save");
  const locale = useLocale();
  const { reset, getValues } = useFormContext<DraftValues>();
  const [copy, setCopy] = useState<LocalCopy | null>(null);
  useEffect(() => {
    const kept = readCopy(copyKey);
    if (!kept) return;
    const whole = { ...getValues(), ...kept.values };
    const same = JSON.stringify(toContent(whole)) === JSON.stringify(toContent(getValues()));
    if (same) forgetCopy(copyKey);
    else setCopy({ ...kept, values: whole });
  }, [copyKey, getValues]);
  if (!copy) return null;
  return (
    <ArrivingNotice tone="info" title={t("localTitle")}>
      <p>{t("localBody", { time: clockText(copy.at, locale) })}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button
          size="sm"
          onClick={() => {
            reset(copy.values);
            setCopy(null);
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
          }}
        >
          {t("forget")}
        </Button>
      </div>
    </ArrivingNotice>
  );
}
