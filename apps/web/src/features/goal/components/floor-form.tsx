"use client";

import { Button, Field, Select, TextArea } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

const steps = [50, 60, 70, 80, 90, 100];

/** An officer sets the share of returns; the reason goes to the log. */
export function FloorForm({ percent }: { readonly percent: number }) {
  const t = useTranslations("standing.floor");
  const client = useTRPCClient();
  const id = useId();
  const [chosen, setChosen] = useState(percent);
  const [reason, setReason] = useState("");
  const { pending, failures, act } = useAct({ percent: t("percent"), reason: t("reason") });
  const save = async () => {
    const done = t("saved", { percent: chosen });
    if (await act(() => client.goal.setFloor.mutate({ percent: chosen, reason }), done)) setReason("");
  };
  return (
    <div className="mt-4 flex max-w-xl flex-col gap-3 no-print">
      <Field id={`${id}-percent`} label={t("percent")} error={failures.percent}>
        {(aria) => (
          <Select
            {...aria}
            value={String(chosen)}
            onChange={(event) => setChosen(Number(event.target.value))}
            options={[...new Set([...steps, percent])]
              .sort((a, b) => a - b)
              .map((step) => ({ value: String(step), label: `${step}%` }))}
          />
        )}
      </Field>
      <Field id={id} label={t("reason")} help={t("reasonHelp")} error={failures.reason} required>
        {(aria) => (
          <TextArea {...aria} rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
      <div>
        <Button variant="accent" pending={pending} onClick={() => void save()}>
          {t("save")}
        </Button>
      </div>
    </div>
  );
}
