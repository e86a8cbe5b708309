"use client";

import { Button, Field, TextInput } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { StateForm } from "#components/state-form.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

/** The group says how large the share of one source may be, and why. */
export function CeilingForm({ percent: now }: { readonly percent: number }) {
  const t = useTranslations("supply");
  const client = useTRPCClient();
  const [percent, setPercent] = useState(String(now));
  const [reason, setReason] = useState("");
  const { pending, failures, act } = useAct({ percent: t("percent"), reason: t("reason") });
  return (
    <StateForm
      className="flex max-w-xl flex-col gap-4"
      onSend={() => {
        void act(
          () => client.supply.setCeiling.mutate({ percent: Number(percent), reason }),
          t("ceilingDone"),
        ).then((done) => done && setReason(""));
      }}
    >
      <Field id="ceiling-percent" label={t("percent")} error={failures.percent} required className="w-64">
        {(aria) => (
          <TextInput
            {...aria}
            inputMode="numeric"
            value={percent}
            onChange={({ target }) => setPercent(target.value)}
          />
        )}
      </Field>
      <Field id="ceiling-reason" label={t("reason")} error={failures.reason} required>
        {(aria) => <TextInput {...aria} value={reason} onChange={({ target }) => setReason(target.value)} />}
      </Field>
      <Button type="submit" pending={pending} className="self-start">
        {t("set")}
      </Button>
    </StateForm>
  );
}
